@echo off
setlocal
set "GODWIT_LIB=%~dp0..\lib"
set "GODWIT_RUNTIME=java"
if defined JAVA_HOME set "GODWIT_RUNTIME=%JAVA_HOME%\bin\java"
if defined GODWIT_JAVA set "GODWIT_RUNTIME=%GODWIT_JAVA%"
"%GODWIT_RUNTIME%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx160m --enable-native-access=ALL-UNNAMED -cp "%GODWIT_LIB%\*" dev.godwit.cli.Main %*
