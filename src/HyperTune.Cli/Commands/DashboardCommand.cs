using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using HyperTune.Cli.Dashboard;

namespace HyperTune.Cli.Commands;

/// <summary>Serves a page that follows the studies of a journal.</summary>
internal sealed class DashboardCommand : JournalCommand
{
    private const int DefaultPort = 8427;

    // As many bits as nobody guesses, in letters that an address may have.
    private const int TokenBytes = 16;

    private readonly Option<string> _listen = new("--listen")
    {
        Description = "The address to listen on: localhost, or for other machines one of this machine's, or 0.0.0.0 for all of them; then pages take a token.",
        DefaultValueFactory = static _ => "localhost",
    };

    private readonly Option<int> _port = new("--port")
    {
        Description = "The port; 0 takes a free one.",
        DefaultValueFactory = static _ => DefaultPort,
    };

    private readonly Option<string?> _token = new("--token")
    {
        Description = "What a page has to know; by default nothing on localhost, and elsewhere a word that is made up and printed.",
    };

    private readonly Option<bool> _readOnly = new("--read-only")
    {
        Description = "Pages may look, and change nothing.",
    };

    public DashboardCommand()
        : base(
            "dashboard",
            "Serves a page that follows the studies of a journal while they run: until Ctrl+C.",
            "dashboard digits.journal",
            "dashboard digits.journal --port 9000 --read-only",
            "dashboard shared.journal --listen 0.0.0.0")
    {
        Add(_listen);
        Add(_port);
        Add(_token);
        Add(_readOnly);
    }

    protected override async Task RunAsync(JournalStorage storage, ParseResult line, CancellationToken cancellationToken)
    {
        IPAddress address = Parse(line.GetRequiredValue(_listen));
        int port = line.GetValue(_port);
        if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw new CommandException(string.Create(CultureInfo.InvariantCulture, $"--port {port} is no port; 0 to {IPEndPoint.MaxPort} is allowed."), ExitCode.Usage);
        }

        if (line.GetValue(_token) is { } given && string.IsNullOrWhiteSpace(given))
        {
            throw new CommandException("--token is empty.", ExitCode.Usage);
        }

        string? token = line.GetValue(_token) ?? (IPAddress.IsLoopback(address) ? null : RandomNumberGenerator.GetHexString(2 * TokenBytes, lowercase: true));
        var options = new DashboardOptions { Address = address, Port = port, Token = token, IsReadOnly = line.GetValue(_readOnly) };
        await using DashboardServer server = await DashboardServer.StartAsync(storage, options, cancellationToken);
        await OutputOf(line).WriteLineAsync($"The dashboard of {Printable.Of(storage.Path)} is at {server.Address}");
        await OutputOf(line).WriteLineAsync("Ctrl+C ends it.");
        await OutputOf(line).FlushAsync(cancellationToken);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how it is meant to end.
        }
    }

    private static IPAddress Parse(string text)
        => text == "localhost" ? IPAddress.Loopback
            : IPAddress.TryParse(text, out IPAddress? address) ? address
            : throw new CommandException($"--listen '{text}' is no address of a machine; localhost, 0.0.0.0 or an address such as 192.168.1.7 is allowed.", ExitCode.Usage);
}
