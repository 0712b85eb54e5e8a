@echo off
rem Builds salient4j where that is needed and runs it. Settings:
rem   JAVA_HOME             the JDK (17 or newer); java on the PATH otherwise
rem   SALIENT4J_OPTS        further options for the Java machine, such as -Xmx6g (the last one wins)
rem   SALIENT4J_BUILD_OPTS  further options for Maven, such as -Pcuda
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"

set "JAVA=java"
if not defined JAVA_HOME goto java_on_path
set "JAVA=%JAVA_HOME:"=%\bin\java.exe"
if exist "%JAVA%" goto java_found
echo salient4j: "%JAVA_HOME:"=%" in JAVA_HOME has no bin\java.exe: point it at a JDK 17 or newer 1>&2
exit /b 69
:java_on_path
where java >nul 2>nul
if not errorlevel 1 goto java_found
echo salient4j: java was not found: install a JDK 17 or newer, or set JAVA_HOME 1>&2
exit /b 69
:java_found
set "MAJOR="
rem The outer quotes are escaped, or they would quote the pipe and leave the path bare.
for /f "tokens=3" %%v in ('^""%JAVA%" -version 2^>^&1 ^| findstr /c:" version "^"') do if not defined MAJOR for /f "tokens=1 delims=.-+" %%m in ("%%~v") do set "MAJOR=%%m"
if not defined MAJOR set "MAJOR=0"
if %MAJOR% GEQ 17 goto java_new_enough
echo salient4j: "%JAVA%" is older than Java 17: a JDK 17 or newer is needed 1>&2
exit /b 69
:java_new_enough

set "LIB=%HOME_DIR%\src\target\lib"
set "STAMP=%HOME_DIR%\src\target\launcher.stamp"
set "SALIENT4J_HOME=%HOME_DIR%"
set "SALIENT4J_STAMP=%STAMP%"
powershell -NoProfile -Command "$h=$env:SALIENT4J_HOME; $s=$env:SALIENT4J_STAMP; if (-not (Test-Path -LiteralPath $s)) { exit 1 }; if ((Get-Content -LiteralPath $s -TotalCount 1).Trim() -ne ('opts ' + $env:SALIENT4J_BUILD_OPTS).Trim()) { exit 1 }; $t=(Get-Item -LiteralPath $s).LastWriteTimeUtc; $new=Get-ChildItem -LiteralPath $h -Recurse | Where-Object { $_.LastWriteTimeUtc -gt $t -and $_.FullName.Substring($h.Length) -notmatch '\\(target|test|\.git)(\\|$)' -and ($_.Name -eq 'pom.xml' -or $_.FullName.Substring($h.Length) -match '\\(main|\.mvn)\\') } | Select-Object -First 1; if ($new) { exit 1 }; exit 0"
if not errorlevel 1 goto run

where mvn >nul 2>nul
if not errorlevel 1 goto build
echo salient4j: mvn was not found and the program must be built first: install Maven 3.8 or newer 1>&2
exit /b 69
:build
set "NOTE="
if not exist "%LIB%" set "NOTE=, the first time it downloads about 210 MB of libraries, which takes some minutes"
echo salient4j: building%NOTE% 1>&2
if exist "%STAMP%" del /q "%STAMP%"
if not exist "%HOME_DIR%\src\target" mkdir "%HOME_DIR%\src\target"
rem Dated from before the build: a file that is saved while it runs is built next time.
>"%STAMP%.new" echo opts %SALIENT4J_BUILD_OPTS%
if exist "%LIB%" rmdir /s /q "%LIB%"
if exist "%HOME_DIR%\src\target\*.jar" del /q "%HOME_DIR%\src\target\*.jar"
pushd "%HOME_DIR%"
call mvn -q -DskipTests %SALIENT4J_BUILD_OPTS% package 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if "%BUILT%"=="0" goto built
echo salient4j: the build failed, see above 1>&2
exit /b 69
:built
move /y "%STAMP%.new" "%STAMP%" >nul

:run
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
if not defined OPENBLAS_NUM_THREADS set "OPENBLAS_NUM_THREADS=1"
set "NEWER="
if %MAJOR% GEQ 24 set "NEWER=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
"%JAVA%" -Xmx2g -XX:+UseSerialGC -Dorg.bytedeco.javacpp.maxbytes=4g -Dorg.bytedeco.javacpp.maxphysicalbytes=8g -Djava.awt.headless=true -Dfile.encoding=UTF-8 --add-opens=java.base/sun.nio.ch=ALL-UNNAMED %NEWER% %SALIENT4J_OPTS% -cp "%HOME_DIR%\src\target\*;%LIB%\*" org.salient4j.app.Main %*
exit /b %ERRORLEVEL%
