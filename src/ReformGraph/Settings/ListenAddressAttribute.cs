using System.ComponentModel.DataAnnotations;

namespace ReformGraph.Settings;

/// <summary>
/// An address to listen on. The server interprets any unknown name as "every network interface", so a typo would open it to everyone: only
/// localhost and IP addresses are accepted.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ListenAddressAttribute : ValidationAttribute
{
    public ListenAddressAttribute() =>
        ErrorMessage = "http:// or https://, then localhost or an IP address, and a port, such as http://localhost:5080";

    public override bool IsValid(object? value) => value is null
        || Uri.TryCreate(value as string, UriKind.Absolute, out var address)
            && address is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "", Fragment: "" }
            && (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || address.Host == "localhost");
}
