using System.ComponentModel.DataAnnotations;
using System.Net;

namespace ReformGraph.Settings;

/// <summary>IP addresses and networks, separated by semicolons.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NetworksAttribute : ValidationAttribute
{
    public NetworksAttribute() => ErrorMessage = "IP addresses, or networks such as 10.0.0.0/24, separated by ;";

    public override bool IsValid(object? value) => value is string text && Parse(text) is not null;

    /// <summary>The networks; a single address is one. Null if the text is not a list of them.</summary>
    public static IReadOnlyList<IPNetwork>? Parse(string text)
    {
        var networks = new List<IPNetwork>();
        foreach (var part in text.Split(';'))
        {
            if (IPNetwork.TryParse(part, out var network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(part, out var address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                return null;
            }
        }

        return networks;
    }
}
