@echo off
rem The command line: validate, generate, run and judge. The environment is that of bin/loadtest.
setlocal
for %%h in ("%~dp0..") do set "HOME_DIR=%%~fh"
set "JAVA_COMMAND=java"
if defined JAVA_HOME set "JAVA_COMMAND=%JAVA_HOME%\bin\java"

"%JAVA_COMMAND%" "-Djmeter.home=%HOME_DIR%" -cp "%HOME_DIR%\lib\loadtest\*;%HOME_DIR%\lib\*;%HOME_DIR%\lib\ext\*;%HOME_DIR%\bin\ApacheJMeter.jar" %LOADTEST_OPTS% com.openshow.loadtest.cli.Main %*
exit /b %ERRORLEVEL%
