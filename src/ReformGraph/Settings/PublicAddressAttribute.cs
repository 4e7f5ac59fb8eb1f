using System.ComponentModel.DataAnnotations;

namespace ReformGraph.Settings;

/// <summary>An address to which the paths of the server can be added.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PublicAddressAttribute : ValidationAttribute
{
    public PublicAddressAttribute() =>
        ErrorMessage =
        "https:// or http://, then a host, a port if need be, and the path before those of the server, such as " +
        "https://data.example.org/reform";

    public override bool IsValid(object? value) =>
        Uri.TryCreate(value as string, UriKind.Absolute, out var address)
        && address is { Scheme: "https" or "http", Query: "", UserInfo: "", Fragment: "" }
        && address.OriginalString.All(char.IsAscii);
}
