@echo off
chcp 65001 >nul
title Pasang Laporan Kinerja
pushd "%~dp0" || goto gagal
set "PYTHON=py"
where py >nul 2>nul || set "PYTHON=python"
where %PYTHON% >nul 2>nul || goto tanpapython
%PYTHON% -m pip install --user --upgrade --no-index --find-links . "lakip-gen[halaman]" || goto gagal
set "RUANG=%USERPROFILE%\Laporan Kinerja"
if not exist "%RUANG%" mkdir "%RUANG%"
echo.
echo Terpasang. Ruang kerja: %RUANG%
%PYTHON% -P -m lakip_gen halaman --ruang "%RUANG%" && goto selesai
goto gagal
:tanpapython
echo Python belum terpasang. Pasang dulu dari python.org, pilih Install Now tanpa hak admin, lalu klik berkas ini lagi.
pause
goto selesai
:gagal
echo Pemasangan berhenti. Catat pesan di atas dan tanyakan kepada yang menyiapkan paket ini.
pause
:selesai
popd
