using System.Diagnostics;
using System.Text.RegularExpressions;

namespace HyperTune.IntegrationTests.Browser;

/// <summary>The tool while it serves a dashboard on a free port.</summary>
internal sealed partial class DashboardProcess : IAsyncDisposable
{
    private readonly Process _process;

    private DashboardProcess(Process process, string address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>What it said where it is, with the token if it takes one.</summary>
    public string Address { get; }

    /// <summary>Starts it.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="more">More arguments.</param>
    public static async Task<DashboardProcess> StartAsync(string journal, params string[] more)
    {
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string assembly = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../HyperTune.Cli", configuration, "HyperTune.Cli.dll"));
        Process process = Process.Start(new ProcessStartInfo("dotnet", [assembly, "dashboard", journal, "--port", "0", .. more])
        {
            RedirectStandardOutput = true,
        })!;
        string line = await process.StandardOutput.ReadLineAsync() ?? "";
        Match found = Url().Match(line);
        if (!found.Success)
        {
            process.Kill();
            Assert.Fail($"The dashboard said '{line}'.");
        }

        return new DashboardProcess(process, found.Value);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Url();
}
