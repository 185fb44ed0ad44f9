@echo off
rem Opens JShell with gan4j, or runs scripts to their end.
rem
rem   jshell\gan4j                    a session; options go to jshell, for example -R-Xmx4g for more memory
rem   jshell\gan4j script.jsh ...     runs each script, and ends with 1 at the first snippet that fails
rem
rem Builds target\gan4j.jar first when it is missing. JAVA_HOME chooses the JDK.
setlocal EnableExtensions DisableDelayedExpansion

for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "JAR=%ROOT%\target\gan4j.jar"
set "JAVA=java"
set "JSHELL=jshell"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME set "JSHELL=%JAVA_HOME%\bin\jshell.exe"

if defined JAVA_HOME if not exist "%JSHELL%" goto no_jdk
if not defined JAVA_HOME where jshell >nul 2>nul || goto no_jdk
set "VERSION=0"
for /f "tokens=2 delims=.- " %%V in ('call "%JSHELL%" --version') do set "VERSION=%%V"
if %VERSION% LSS 17 goto old_jdk

if exist "%JAR%" goto built
where mvn >nul 2>nul || goto no_maven
echo gan4j: target\gan4j.jar is missing; building it once with mvn -q -Dmaven.test.skip package ...
call mvn -B -q -f "%ROOT%\pom.xml" -Dmaven.test.skip package || goto build_failed
:built

rem Pictures are drawn with block elements, which need UTF-8 in the console; the old code page comes back at the end.
set "CODEPAGE=65001"
for /f "tokens=2 delims=:." %%C in ('chcp') do set "CODEPAGE=%%C"
chcp 65001 >nul

set "FIRST=%~1"
if not defined FIRST goto session
if "%FIRST:~0,1%"=="-" goto session

set "NATIVE="
if %VERSION% GEQ 24 set "NATIVE=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
"%JAVA%" -Xmx2g -Dorg.bytedeco.javacpp.maxbytes=3g -Dorg.bytedeco.javacpp.maxphysicalbytes=6g ^
    -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 %NATIVE% -cp "%JAR%" io.github.gan4j.run.RunScripts %*
goto end

:session
set "NATIVE="
if %VERSION% GEQ 24 set "NATIVE=-R--enable-native-access=ALL-UNNAMED -R--sun-misc-unsafe-memory-access=allow"
"%JSHELL%" -R-Xmx2g -R-Dorg.bytedeco.javacpp.maxbytes=3g -R-Dorg.bytedeco.javacpp.maxphysicalbytes=6g ^
    -R-Dfile.encoding=UTF-8 -R-Dstdout.encoding=UTF-8 %NATIVE% ^
    -J-Dfile.encoding=UTF-8 -J-Dstdout.encoding=UTF-8 -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC ^
    --class-path "%JAR%" --startup DEFAULT --startup "%ROOT%\jshell\start.jsh" %*

:end
set "CODE=%ERRORLEVEL%"
chcp %CODEPAGE% >nul
exit /b %CODE%

:no_jdk
echo gan4j: %JSHELL% was not found. gan4j needs a JDK, 17 or newer; a JRE has no JShell. 1>&2
echo gan4j: Set JAVA_HOME to a JDK. 1>&2
exit /b 1

:old_jdk
echo gan4j: gan4j needs JDK 17 or newer, but %JSHELL% is of version %VERSION%. 1>&2
echo gan4j: Set JAVA_HOME to a newer JDK. 1>&2
exit /b 1

:no_maven
echo gan4j: mvn was not found, and target\gan4j.jar is not built yet. 1>&2
echo gan4j: Install Apache Maven 3.8 or newer, then run this again. 1>&2
exit /b 1

:build_failed
echo gan4j: the build failed; what Maven says is above. 1>&2
exit /b 1
