#!/usr/bin/env bash
# ExcelNumberFormat 1.2.0 (NuGet) on the .NET SDK 10.0.401.
#
# Guessed:   a negative number in a format with a section of its own for negatives is formatted by its size there, and the sign is what the section says.
# Seen:      so it is for digits (0;-0 gives -5), but not for General: General;-General gives --5. A currency sign without quotes, as Chinese
#            workbooks have it (¥#,##0), makes the whole format invalid to it, and the number comes out plain.
# Therefore: who shows numbers as a spreadsheet does by it gives it the size of a negative number for a second section of General, and quotes such signs.
set -euo pipefail
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > formats.csproj <<'EOF'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><OutputType>Exe</OutputType></PropertyGroup>
  <ItemGroup><PackageReference Include="ExcelNumberFormat" Version="1.2.0" /></ItemGroup>
</Project>
EOF
cat > Program.cs <<'EOF'
using System.Globalization;
using ExcelNumberFormat;
foreach (var (code, value) in new[] { ("0;-0", -5.0), ("General;-General", -5.0), ("\"¥\"#,##0", 1234.0), ("¥#,##0", 1234.0) })
{
    var format = new NumberFormat(code);
    Console.WriteLine($"{code} of {value}: {format.Format(value, CultureInfo.InvariantCulture)}, valid {format.IsValid}");
}
EOF
dotnet build --verbosity quiet > build.log 2>&1 || { cat build.log; exit 1; }
seen=$(dotnet bin/Debug/net10.0/formats.dll)
echo "$seen"
[ "$seen" = '0;-0 of -5: -5, valid True
General;-General of -5: --5, valid True
"¥"#,##0 of 1234: ¥1,234, valid True
¥#,##0 of 1234: 1234, valid False' ]
