@echo off
rem Starts JMeter as a load generator that a controller (jmeter -n -R host,...) drives. See bin/jmeter-server.
setlocal
if not defined SERVER_PORT set "SERVER_PORT=1099"
call "%~dp0jmeter.bat" %RMI_HOST_DEF% -Dserver_port=%SERVER_PORT% -s -j jmeter-server.log %*
exit /b %ERRORLEVEL%
