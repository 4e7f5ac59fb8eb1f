using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using ReformGraph.Data.Errors;

namespace ReformGraph.Settings;

/// <summary>
/// Reads the settings from <c>reformgraph.json</c> in the working directory, from environment variables that begin with
/// <c>REFORMGRAPH_</c>, and from the command line; later sources take precedence. It rejects every key that is not a setting and every
/// value that its setting does not accept.
/// </summary>
internal static class SettingsReader
{
    private const string FileName = "reformgraph.json";
    private const string Prefix = "REFORMGRAPH_";

    // Names the report for the tests; it is not a setting of the program.
    private const string NotASetting = "REPORT";

    private static readonly Dictionary<string, Setting> byKey =
        Setting.All.ToDictionary(setting => setting.Key, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="StartupException">A key or a value is wrong, or two settings contradict each other.</exception>
    public static ReformGraphOptions Read(string folder, IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        var configuration = Build(folder, commandLine);
        foreach (var provider in configuration.Providers)
        {
            Check(provider);
        }

        var options = configuration.Get<ReformGraphOptions>() ?? new ReformGraphOptions();
        configuration.Bind(options.Engine);
        RefuseContradictions(options);
        return options;
    }

    /// <summary>One line that names the unknown key and the setting that may be meant.</summary>
    public static string Unknown(string key, string source)
    {
        var near = Setting.All.Select(setting => setting.Key).MinBy(known => Spelling.Distance(known, key))!;
        var hint = Spelling.Distance(near, key) <= Math.Max(2, key.Length / 3)
            ? $"Did you mean {near}?" : "--help lists all settings.";
        return $"There is no setting {key} ({source}). {hint}";
    }

    private static IConfigurationRoot Build(string folder, IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(folder)
                .AddJsonFile(FileName, optional: true)
                .AddEnvironmentVariables(Prefix)
                .AddInMemoryCollection(commandLine)
                .Build();
        }
        catch (InvalidDataException damaged)
        {
            throw new StartupException(
                $"{FileName} cannot be read: " +
                $"{damaged.InnerException?.InnerException?.Message ?? damaged.InnerException?.Message ?? damaged.Message}");
        }
    }

    private static void Check(IConfigurationProvider provider)
    {
        var source = provider switch
        {
            JsonConfigurationProvider => FileName,
            EnvironmentVariablesConfigurationProvider => "environment, " + Prefix + "*",
            _ => "command line",
        };
        KeyValuePair<string, string?>[] entries =
            [.. new ConfigurationRoot([provider]).AsEnumerable().OrderBy(entry => entry.Key, StringComparer.Ordinal)];
        foreach ((var key, var value) in entries)
        {
            var section = value is null && byKey.Keys.Concat(entries.Select(entry => entry.Key))
                .Any(other => other.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase));
            var exempt = provider is EnvironmentVariablesConfigurationProvider
                && key.Equals(NotASetting, StringComparison.OrdinalIgnoreCase);
            if (section || exempt)
            {
                continue;
            }

            if (!byKey.TryGetValue(key, out var setting))
            {
                throw new StartupException(Unknown(key, source));
            }

            if (value is not null && !setting.Accepts(value))
            {
                throw new StartupException($"The setting {setting.Key} cannot be '{value}' ({source}): it must be {setting.Rule}.");
            }
        }
    }

    private static void RefuseContradictions(ReformGraphOptions options)
    {
        if (options.Engine.Paging.DefaultPageSize > options.Engine.Paging.MaxPageSize)
        {
            throw new StartupException(
                $"The setting Paging:DefaultPageSize ({options.Engine.Paging.DefaultPageSize}) must not exceed Paging:MaxPageSize " +
                $"({options.Engine.Paging.MaxPageSize}).");
        }

        if (options.Authentication is { Issuer: var issuer, Audience: var audience, KeyFile: var keys }
            && (issuer ?? audience ?? keys) is not null && (issuer is null || audience is null || keys is null))
        {
            throw new StartupException(
                "Set all of Authentication:Issuer, Authentication:Audience and Authentication:KeyFile, or none of them.");
        }

        if (options.Metrics.Url is { } metrics && new Uri(metrics).Port is > 0 and var port && port == new Uri(options.Url).Port)
        {
            throw new StartupException($"The settings Metrics:Url and Url must have different ports; both have {port}.");
        }

        var encrypted = options.Addresses.FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttps);
        if (encrypted is null != options.Tls.CertificateFile is null)
        {
            throw new StartupException(encrypted is null
                ? "The setting Tls:CertificateFile requires a Url that begins with https."
                : $"A server at {encrypted.OriginalString} needs a certificate: set Tls:CertificateFile and Tls:KeyFile, or let the " +
                "address begin with http.");
        }

        if (options.Tls is { KeyFile: not null, CertificateFile: null })
        {
            throw new StartupException("The setting Tls:KeyFile requires Tls:CertificateFile.");
        }

        if (options.TrustedDocuments is { Only: true, Folder: null })
        {
            throw new StartupException("The setting TrustedDocuments:Only requires TrustedDocuments:Folder.");
        }
    }
}
