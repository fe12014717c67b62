@echo off
rem Starts Ringfence; builds it first where that has not been done.
setlocal
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"
set "JAR=%HOME_DIR%\cli\target\ringfence.jar"
set "STATE=%HOME_DIR%\.ringfence"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo ringfence: no Java found. Install a JDK, version 17 or newer, or set JAVA_HOME to one. 1>&2
  exit /b 2
)
set "VERSION="
for /f tokens^=2^ delims^=^" %%v in ('""%JAVA%" -version 2>&1"') do if not defined VERSION set "VERSION=%%v"
for /f "tokens=1 delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
  echo ringfence: Java %VERSION% is too old: Ringfence needs 17 or newer. Set JAVA_HOME to a newer JDK. 1>&2
  exit /b 2
)

if not exist "%STATE%" mkdir "%STATE%"
if not exist "%JAR%" (
  where mvn >nul 2>&1
  if errorlevel 1 (
    echo ringfence: Ringfence is not built yet and Maven is missing. Install Maven 3.8 or newer. 1>&2
    exit /b 2
  )
  echo Building Ringfence, once. The first time Maven also downloads libraries, which takes some minutes. 1>&2
  pushd "%HOME_DIR%"
  call mvn -B -ntp -q -DskipTests package > "%STATE%\build.log" 2>&1
  popd
)
if not exist "%JAR%" (
  findstr /c:"[ERROR]" "%STATE%\build.log" 1>&2
  echo ringfence: the build failed; the whole log is in %STATE%\build.log 1>&2
  exit /b 2
)

set FLAGS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -Dguice_custom_class_loading=CHILD
if %MAJOR% GEQ 24 set FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
set "SAVED=%STATE%\classes-%VERSION%.jsa"
if not exist "%SAVED%" "%JAVA%" %FLAGS% "-XX:ArchiveClassesAtExit=%SAVED%" -jar "%JAR%" warm-up >nul 2>&1
if exist "%SAVED%" set FLAGS=%FLAGS% "-XX:SharedArchiveFile=%SAVED%"
"%JAVA%" %FLAGS% "-Dringfence.home=%HOME_DIR%" -jar "%JAR%" %*
exit /b %ERRORLEVEL%
