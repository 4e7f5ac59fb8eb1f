#!/usr/bin/env bash
# ASP.NET Core 10.0 (shared framework of the .NET SDK 10.0.401), Results.Bytes with enableRangeProcessing: true.
#
# Guessed:   a Range in a unit that nobody registered is ignored, as RFC 9110, 14.2, asks: 200 with the whole body. So is a Range with HEAD, as the
#            field is defined for GET alone.
# Seen:      the unit is not looked at. `Range: items=0-1` gives 206, `Content-Range: bytes 0-1/10` and two bytes; so does HEAD with `bytes=0-1`.
# Therefore: who serves parts of files by it looks at unit and method before, and takes the header away.
set -euo pipefail
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null; rm -rf "$work"' EXIT
cd "$work"

cat > ranges.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
</Project>
END
cat > Program.cs <<'END'
var app = WebApplication.Create(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Microsoft.AspNetCore=Warning"]);
app.MapMethods("/", ["GET", "HEAD"], () => Results.Bytes("0123456789"u8.ToArray(), "text/plain", enableRangeProcessing: true));
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine("url " + app.Urls.First()));
app.Run();
END
dotnet build --verbosity quiet > build.log 2>&1 || { cat build.log; exit 1; }
dotnet bin/Debug/net10.0/ranges.dll > server.log 2>&1 &
server=$!
url=
for _ in $(seq 100); do
  url=$(sed -n 's/^url //p' server.log)
  [ -z "$url" ] || break
  sleep 0.2
done

ask() { curl --silent --dump-header - --output body --max-time 5 "$@" "$url" | tr -d '\r' | awk 'NR == 1 { printf "%s", $2 } tolower($1) == "content-range:" { printf " %s %s", $2, $3 } END { print "" }'; }
seen="GET items=0-1: $(ask --header 'Range: items=0-1'), body $(cat body)
GET bytes=0-1: $(ask --header 'Range: bytes=0-1'), body $(cat body)
HEAD bytes=0-1: $(ask --head --header 'Range: bytes=0-1')"
echo "$seen"
[ "$seen" = 'GET items=0-1: 206 bytes 0-1/10, body 01
GET bytes=0-1: 206 bytes 0-1/10, body 01
HEAD bytes=0-1: 206 bytes 0-1/10' ]
