@echo off
rem Starts JMeter: the GUI, or with -n without one. The environment is that of bin/jmeter (setenv.bat for setenv.sh).
setlocal
for %%h in ("%~dp0..") do set "HOME_DIR=%%~fh"
if exist "%HOME_DIR%\bin\setenv.bat" call "%HOME_DIR%\bin\setenv.bat"

set "JAVA_COMMAND=java"
if defined JAVA_HOME set "JAVA_COMMAND=%JAVA_HOME%\bin\java"
if not defined HEAP set "HEAP=-Xms1g -Xmx1g -XX:MaxMetaspaceSize=256m"
if not defined GC_ALGO set "GC_ALGO=-XX:+UseG1GC -XX:MaxGCPauseMillis=100 -XX:G1ReservePercent=20"
if not defined JMETER_LANGUAGE set "JMETER_LANGUAGE=-Duser.language=en -Duser.region=EN"

rem The insides of Java that JMeter's GUI, XStream and Groovy reach into.
set "OPENS="
for %%p in (
  java.base/java.lang java.base/java.lang.invoke java.base/java.lang.reflect java.base/java.text java.base/java.util
  java.desktop/java.awt java.desktop/java.awt.font java.desktop/javax.swing.text.html
  java.desktop/sun.awt java.desktop/sun.awt.shell java.desktop/sun.swing
) do call set "OPENS=%%OPENS%% --add-opens=%%p=ALL-UNNAMED"

"%JAVA_COMMAND%" %OPENS% -XX:+HeapDumpOnOutOfMemoryError %HEAP% %GC_ALGO% %JMETER_LANGUAGE% %JVM_ARGS% -jar "%HOME_DIR%\bin\ApacheJMeter.jar" %*
exit /b %ERRORLEVEL%
