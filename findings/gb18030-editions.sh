#!/usr/bin/env bash
# .NET (SDK 10.0.401), Python 3.11 and Node 20 on one encoding, GB18030.
#
# Guessed:   who decodes GB18030 in strict mode gets the same text everywhere; the byte 0x80, which the standard does not have, is an error.
# Seen:      .NET and Python follow the edition of 2000, Node the table of the WHATWG, which has the edition of 2022: A8BC is U+E7C7 (private use) in one,
#            and U+1E3F (ḿ) in the other, and the four bytes 8135F437 are the reverse; A6D9 and FE59 differ likewise. Node takes 0x80 for €, the others refuse it.
# Therefore: a program that exchanges such files says which edition it reads, and takes 0x80 for € where spreadsheets wrote the file.
set -euo pipefail
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > editions.csproj <<'EOF'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><OutputType>Exe</OutputType></PropertyGroup>
</Project>
EOF
cat > Program.cs <<'EOF'
using System.Text;
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
var strict = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
Console.WriteLine(".NET:   " + string.Join(' ', args.Select(bytes =>
{
    try
    {
        return $"{bytes} {(int)strict.GetString(Convert.FromHexString(bytes))[0]:X4}";
    }
    catch (DecoderFallbackException)
    {
        return $"{bytes} refused";
    }
})));
EOF
cat > editions.py <<'EOF'
import sys
def decoded(text):
    try:
        return '%s %04X' % (text, ord(bytes.fromhex(text).decode('gb18030')))
    except UnicodeDecodeError:
        return text + ' refused'
print('Python: ' + ' '.join(decoded(text) for text in sys.argv[1:]))
EOF
cat > editions.mjs <<'EOF'
const strict = new TextDecoder('gb18030', { fatal: true });
const decoded = text => {
  try {
    return strict.decode(Buffer.from(text, 'hex')).codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
  } catch {
    return 'refused';
  }
};
console.log('Node:   ' + process.argv.slice(2).map(text => `${text} ${decoded(text)}`).join(' '));
EOF
dotnet build --verbosity quiet > build.log 2>&1 || { cat build.log; exit 1; }
sequences=(A8BC A6D9 FE59 8135F437 80)
seen=$(dotnet bin/Debug/net10.0/editions.dll "${sequences[@]}" && python3 editions.py "${sequences[@]}" && node editions.mjs "${sequences[@]}")
echo "$seen"
[ "$seen" = '.NET:   A8BC E7C7 A6D9 E78D FE59 E81E 8135F437 1E3F 80 refused
Python: A8BC E7C7 A6D9 E78D FE59 E81E 8135F437 1E3F 80 refused
Node:   A8BC 1E3F A6D9 FE10 FE59 9FB4 8135F437 E7C7 80 20AC' ]
