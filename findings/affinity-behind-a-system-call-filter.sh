#!/usr/bin/env bash
# .NET 10.0 (SDK 10.0.401) and Debian 12's systemd 252, of which only the list of its sets of system calls is read; strace 6.1 takes the filter's part.
#
# Guessed:   a service of .NET runs under SystemCallFilter=~@resources, a usual line of hardened units: at most it cannot set its priority.
# Seen:      the set contains sched_setaffinity, and where that call is not permitted no program of .NET starts: "Failed to create CoreCLR", which
#            names no call. Nobody asked for an affinity. Without sched_setscheduler and setpriority, which the set has too, it starts.
# Therefore: a unit for a program of .NET permits sched_setaffinity again, in a line after the one that takes the set away.
set -euo pipefail
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download --quiet=2 strace=6.1-0.1 systemd libsystemd-shared > /dev/null 2>&1
for package in *.deb; do dpkg --extract "$package" tools; done
export LD_LIBRARY_PATH=$work/tools/usr/lib/x86_64-linux-gnu/systemd

cat > hello.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
</Project>
END
echo 'System.Console.WriteLine("Hello");' > Program.cs
dotnet build --verbosity quiet > build.log 2>&1 || { cat build.log; exit 1; }

contained=$(tools/usr/bin/systemd-analyze --no-pager syscall-filter @resources | grep -cE '^ +(sched_setaffinity|sched_setscheduler|setpriority)$' || true)
echo "of the three calls, @resources contains $contained"

# without CALLS: what the program says where these calls are not permitted
without() {
  tools/usr/bin/strace -f -qq -o /dev/null -e trace="$1" -e inject="$1":error=EPERM dotnet bin/Debug/net10.0/hello.dll 2>&1 || true
}

some=$(without sched_setscheduler,setpriority)
affinity=$(without sched_setaffinity)
echo "without sched_setscheduler and setpriority: $some"
echo "without sched_setaffinity: $affinity"
[ "$contained" = 3 ] && [ "$some" = Hello ] && [ "$affinity" = 'Failed to create CoreCLR, HRESULT: 0x8007054F' ]
