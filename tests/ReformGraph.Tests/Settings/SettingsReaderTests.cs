using ReformGraph.Data.Errors;
using ReformGraph.Settings;
using Xunit;

namespace ReformGraph.Tests.Settings;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_setting_accepts_its_own_default_and_describes_itself()
    {
        foreach (var setting in Setting.All)
        {
            Assert.True(setting.Default is null || setting.Accepts(setting.Default), setting.Key);
            Assert.EndsWith(".", setting.Description, StringComparison.Ordinal);
            Assert.NotEmpty(setting.Rule);
        }

        Assert.Equal(Setting.All.Count, Setting.All.Select(setting => setting.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void The_command_line_wins_over_the_file()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "reformgraph.json"), """
            { "Url": "http://localhost:1", "Limits": { "Tokens": 7, "BodyBytes": 2000 }, "Timeout": "00:00:03", "Report": {}, "Seeding": { "Folder": null }, "Paging": { "MaxPageSize": 60 } }
            """);
        var options = Read(("Url", "http://localhost:2"), ("limits:tokens", "8"), ("TrustedDocuments:Folder", "documents"),
            ("TrustedDocuments:Only", "true"));
        Assert.Equal("http://localhost:2", options.Url);
        Assert.Equal(8, options.Engine.Limits.Tokens);
        Assert.Equal(2000, options.RequestLimits.BodyBytes);
        Assert.Equal(64, options.RequestLimits.JsonDepth);
        Assert.Equal(TimeSpan.FromSeconds(3), options.Engine.Timeout);
        Assert.Equal(60, options.Engine.Paging.MaxPageSize);
        Assert.True(options.TrustedDocuments.Only);
        Assert.Equal("data/reformgraph.db", options.Database.File);
    }

    [Theory]
    [InlineData("Databse:File", "x", "There is no setting Databse:File (command line). Did you mean Database:File?")]
    [InlineData("Limits:Token", "1", "There is no setting Limits:Token (command line). Did you mean Limits:Tokens?")]
    [InlineData("Engine:Timeout", "00:00:01", "There is no setting Engine:Timeout (command line). --help lists all settings.")]
    [InlineData("Colour", "red", "There is no setting Colour (command line). --help lists all settings.")]
    [InlineData("Limits", "1", "There is no setting Limits (command line). --help lists all settings.")]
    [InlineData("Limits:Tokens", "many",
        "The setting Limits:Tokens cannot be 'many' (command line): it must be a whole number from 1 to 100000.")]
    [InlineData("Limits:Tokens", "0",
        "The setting Limits:Tokens cannot be '0' (command line): it must be a whole number from 1 to 100000.")]
    [InlineData("Limits:Tokens", "99999999999",
        "The setting Limits:Tokens cannot be '99999999999' (command line): it must be a whole number from 1 to 100000.")]
    [InlineData("Timeout", "10",
        "The setting Timeout cannot be '10' (command line): it must be a time as hh:mm:ss from 0:00:00.01 to 1:00:00.")]
    [InlineData("TrustedDocuments:Only", "yes",
        "The setting TrustedDocuments:Only cannot be 'yes' (command line): it must be true or false.")]
    [InlineData("Url", "localhost:5080",
        "The setting Url cannot be 'localhost:5080' (command line): it must be http:// or https://, then localhost or an IP address, and a " +
        "port, such as http://localhost:5080.")]
    [InlineData("Url", "https://localhost:5080",
        "A server at https://localhost:5080 needs a certificate: set Tls:CertificateFile and Tls:KeyFile, or let the " +
        "address begin with http.")]
    [InlineData("Tls:KeyFile", "key.pem", "The setting Tls:KeyFile requires Tls:CertificateFile.")]
    [InlineData("Tls:CertificateFile", "server.pem", "The setting Tls:CertificateFile requires a Url that begins with https.")]
    [InlineData("AllowedOrigins", "https://a.example/",
        "The setting AllowedOrigins cannot be 'https://a.example/' (command line): it must be origins such as " +
        "https://dashboard.example.org, without a path, separated by ;.")]
    [InlineData("PublicUrl", "data.example.org",
        "The setting PublicUrl cannot be 'data.example.org' (command line): it must be https:// or http://, then a host, a port if need " +
        "be, and the path before those of the server, such as https://data.example.org/reform.")]
    [InlineData("PublicUrl", "https://data.example.org?x",
        "The setting PublicUrl cannot be 'https://data.example.org?x' (command line): it must be https:// or http://, then a host, a " +
        "port if need be, and the path before those of the server, such as https://data.example.org/reform.")]
    [InlineData("Database:File", "", "The setting Database:File cannot be '' (command line): it must be the path of a file.")]
    [InlineData("TrustedDocuments:Only", "true", "The setting TrustedDocuments:Only requires TrustedDocuments:Folder.")]
    [InlineData("Paging:DefaultPageSize", "1001",
        "The setting Paging:DefaultPageSize (1001) must not exceed Paging:MaxPageSize (1000).")]
    [InlineData("Authentication:Issuer", "https://login.example.org",
        "Set all of Authentication:Issuer, Authentication:Audience and Authentication:KeyFile, or none of them.")]
    [InlineData("Authentication:Algorithms", "HS256",
        "The setting Authentication:Algorithms cannot be 'HS256' (command line): it must be RS256, RS384, RS512, PS256, PS384, PS512, " +
        "ES256, ES384 or ES512, separated by ;.")]
    [InlineData("Authentication:Algorithms", "none",
        "The setting Authentication:Algorithms cannot be 'none' (command line): it must be RS256, RS384, RS512, PS256, PS384, PS512, " +
        "ES256, ES384 or ES512, separated by ;.")]
    public void A_wrong_key_or_value_is_reported_in_one_line(string key, string value, string message) =>
        Assert.Equal(message, Assert.Throws<StartupException>(() => Read((key, value))).Message);

    [Theory]
    [InlineData("{ \"Database\": { \"Fiel\": \"x\" } }",
        "There is no setting Database:Fiel (reformgraph.json). Did you mean Database:File?")]
    [InlineData("{ \"AllowedOrigins\": [\"https://a.example\"] }",
        "There is no setting AllowedOrigins:0 (reformgraph.json). Did you mean AllowedOrigins?")]
    [InlineData("{ \"Colour\": {} }", "There is no setting Colour (reformgraph.json). --help lists all settings.")]
    [InlineData("{ \"Url\": ", "reformgraph.json cannot be read: ")]
    public void A_wrong_file_is_reported_in_one_line(string json, string message)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "reformgraph.json"), json);
        var told = Assert.Throws<StartupException>(() => Read()).Message;
        Assert.StartsWith(message, told, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told);
    }

    [Theory]
    [InlineData("http://0.0.0.0:80", true)]
    [InlineData("http://[::1]:5080/", true)]
    [InlineData("https://localhost:5080", true)]
    [InlineData("ftp://localhost:5080", false)]
    [InlineData("http://127.0.0.1:80x", false)]
    [InlineData("http://127.0.0.1:70000", false)]
    [InlineData("http://999.0.0.1:5080", false)]
    [InlineData("http://locahost:5080", false)]
    [InlineData("http://localhost:5080/graphql", false)]
    [InlineData("/tmp/socket", false)]
    public void Only_an_address_that_cannot_be_taken_for_all_interfaces_is_listened_on(string url, bool accepted) =>
        Assert.Equal(accepted, Setting.All.Single(setting => setting.Key == "Url").Accepts(url));

    private ReformGraphOptions Read(params (string Key, string Value)[] commandLine) =>
        SettingsReader.Read(folder.FullName, commandLine.Select(entry => KeyValuePair.Create(entry.Key, (string?)entry.Value)));
}
