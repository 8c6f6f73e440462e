; An installer for one person, without an administrator, of a program that bundle.py assembled.
;
;   iscc /DTree=C:\out\inspector-0.1.0-windows-x64 /DVersion=0.1.0 /O. inspector.iss
;
; Inno Setup 6.3 or later. Neither Windows nor Inno Setup was at hand when this was written: it has
; been checked against its documentation and by tests/packaging/test_release_files.py alone.

#ifndef Tree
  #error Tree: the folder that bundle.py made
#endif
#ifndef Version
  #error Version: that of the program, as in the name of its folder
#endif

[Setup]
; Never another one: by it a later installer finds the earlier one.
AppId={{6F0B7E52-3A43-4C5D-9E0B-1B1C8C7D2A64}
AppName=文明窗口现场检查
AppVersion={#Version}
AppVerName=文明窗口现场检查 {#Version}
VersionInfoVersion={#Version}
DefaultDirName={localappdata}\Programs\inspector
DisableProgramGroupPage=yes
DisableWelcomePage=no
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Windows 10 1809, below which Qt 6.8 does not run.
MinVersion=10.0.17763
CloseApplications=yes
RestartApplications=no
Compression=lzma2/max
SolidCompression=yes
OutputBaseFilename=inspector-{#Version}-windows-x64-setup
UninstallDisplayName=文明窗口现场检查
UninstallDisplayIcon={app}\icons\inspector.ico
SetupIconFile=inspector.ico
; The kind of file below is told to Explorer at once.
ChangesAssociations=yes
WizardStyle=modern
ShowLanguageDialog=no

[Languages]
; Our own words over the compiler's English ones: not every Inno Setup brings a Chinese file.
Name: "chinese"; MessagesFile: "compiler:Default.isl,chinese.isl"

[Tasks]
Name: "desktop"; Description: "在桌面上放一个图标"; Flags: unchecked

[InstallDelete]
; What an earlier version had and this one has not. The data are elsewhere, and stay.
Type: filesandordirs; Name: "{app}\python"
Type: filesandordirs; Name: "{app}\site"
Type: filesandordirs; Name: "{app}\licences"

[Files]
Source: "{#Tree}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion
Source: "inspector.ico"; DestDir: "{app}\icons"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\文明窗口现场检查"; Filename: "{app}\python\pythonw.exe"; Parameters: "-m inspector"; WorkingDir: "{userdocs}"; IconFilename: "{app}\icons\inspector.ico"
Name: "{autodesktop}\文明窗口现场检查"; Filename: "{app}\python\pythonw.exe"; Parameters: "-m inspector"; WorkingDir: "{userdocs}"; IconFilename: "{app}\icons\inspector.ico"; Tasks: desktop

[Registry]
; A double click on a bundle opens the window with what taking it in would change.
Root: HKCU; Subkey: "Software\Classes\.inspx"; ValueType: string; ValueName: ""; ValueData: "inspector.bundle"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.inspx"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-inspector-bundle"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\inspector.bundle"; ValueType: string; ValueName: ""; ValueData: "窗口检查交换包"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\inspector.bundle\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\icons\inspector.ico"
Root: HKCU; Subkey: "Software\Classes\inspector.bundle\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\python\pythonw.exe"" -m inspector ""%1"""

[Run]
Filename: "{app}\python\pythonw.exe"; Parameters: "-m inspector"; Description: "现在打开"; Flags: nowait postinstall skipifsilent unchecked

[UninstallDelete]
; What Python wrote beside its modules; not the data, which lie in {localappdata}\inspector.
Type: filesandordirs; Name: "{app}\python"
Type: filesandordirs; Name: "{app}\site"
