#!/usr/bin/env bash
# .NET SDK 10.0.401 on Linux, a program with InvariantGlobalization, as images without ICU run it.
#
# Guessed:   string.Normalize needs no culture, so it works in the invariant mode, or raises PlatformNotSupportedException.
# Seen:      it gives its input back unchanged, and IsNormalized says true of every text: e + U+0301 and U+00E9 stay two keys, and nothing tells so.
# Therefore: a program in the invariant mode that compares codes or names takes its normalization from a library with tables of its own.
set -euo pipefail
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > normal.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <InvariantGlobalization>true</InvariantGlobalization>
  </PropertyGroup>
</Project>
END
cat > Program.cs <<'END'
using System.Text;

foreach (var text in new[] { "e\u0301", "\u212B", "\uF91D", "\u1100\u1161" })
{
    var normal = text.Normalize(NormalizationForm.FormC);
    var points = string.Join(" ", text.Select(character => $"{(int)character:X4}"));
    Console.WriteLine($"{points}: {(normal == text ? "unchanged" : "changed")}, IsNormalized {text.IsNormalized(NormalizationForm.FormC)}");
}
END
dotnet build --verbosity quiet > build.log 2>&1 || { cat build.log; exit 1; }
seen=$(dotnet bin/Debug/net10.0/normal.dll)
echo "$seen"
[ "$seen" = '0065 0301: unchanged, IsNormalized True
212B: unchanged, IsNormalized True
F91D: unchanged, IsNormalized True
1100 1161: unchanged, IsNormalized True' ]
