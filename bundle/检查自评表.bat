@echo off
rem 把自评表或文件夹拖到本文件上，就检查它。
"%~dp0Scripts\sheetlint.exe" check -- %*
pause
