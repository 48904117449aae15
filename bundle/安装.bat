@echo off
rem 安装 sheetlint，不联网。用法：双击，或 安装.bat 文件夹
setlocal
set "TARGET=%LOCALAPPDATA%\Programs\sheetlint"
if not "%~1"=="" set "TARGET=%~f1"
cd /d "%~dp0"

set "PYTHON="
set "TEST=import sys, struct, venv, ensurepip; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 13) and struct.calcsize('P') == 8))"
for %%P in ("py -3.13" "py -3.12" "py -3.11" "python" "python3") do if not defined PYTHON %%~P -c "%TEST%" >nul 2>nul && set "PYTHON=%%~P"
if not defined PYTHON goto no_python
if exist "%TARGET%" if not exist "%TARGET%\pyvenv.cfg" goto other_folder

%PYTHON% -m venv --clear "%TARGET%" || goto failed
"%TARGET%\Scripts\python.exe" -m pip install --isolated --disable-pip-version-check --quiet --no-index --find-links wheels --no-deps --require-hashes -r requirements.txt || goto failed
copy /y "检查自评表.bat" "%TARGET%" >nul || goto failed
"%TARGET%\Scripts\sheetlint.exe" --version || goto failed
echo 已安装到 %TARGET%
echo 检查一张表：把文件拖到 %TARGET%\检查自评表.bat 上
pause
exit /b 0

:no_python
echo 没有找到 64 位的 Python 3.11、3.12 或 3.13，请先安装其中之一，再运行本文件。
pause
exit /b 1

:other_folder
echo %TARGET% 已经存在，而且不是本程序的安装文件夹，没有改动。
echo 请另选一个文件夹：安装.bat 文件夹
pause
exit /b 1

:failed
echo 安装没有完成，原因见上面的英文。
pause
exit /b 1
