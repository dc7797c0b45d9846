using System.Diagnostics;

namespace HyperTune.IntegrationTests;

/// <summary>What the guide to stored studies shows: a program that is killed and started again goes on as if nothing had happened.</summary>
public sealed class ResumeSampleTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_killed_program_goes_on_and_ends_like_one_that_was_left_alone()
    {
        string[] unbroken = await RunAsync(_directory.File("unbroken.journal"), killAfter: int.MaxValue);
        Assert.Equal("A new study.", unbroken[0]);
        Assert.Equal(32, unbroken.Length);

        string journal = _directory.File("killed.journal");
        string[] first = await RunAsync(journal, killAfter: 5);
        string[] second = await RunAsync(journal, killAfter: 3);
        string[] third = await RunAsync(journal, killAfter: int.MaxValue);
        Assert.Equal("A new study.", first[0]);
        Assert.Matches("^[0-9]+ trials are done, the best with [0-9.]+; going on.$", second[0]);
        Assert.Matches("^[0-9]+ trials are done, the best with [0-9.]+; going on.$", third[0]);

        // A result that was stored right before a kill may not have been printed any more, but none is printed twice, and none differs.
        string[] printed = [.. first.Concat(second).Concat(third).Where(static line => line.StartsWith("trial ", StringComparison.Ordinal))];
        Assert.Equal(printed.Length, printed.Distinct().Count());
        Assert.Subset(unbroken.ToHashSet(), printed.ToHashSet());
        Assert.Equal(unbroken[^1], third[^1]);
    }

    [Fact]
    public async Task Programs_started_side_by_side_share_the_trials()
    {
        string journal = _directory.File("shared.journal");
        string[][] outputs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RunAsync(journal, killAfter: int.MaxValue)));
        string[] printed = [.. outputs.SelectMany(static lines => lines).Where(static line => line.StartsWith("trial ", StringComparison.Ordinal))];
        Assert.Equal(
            Enumerable.Range(0, 30),
            printed.Select(static line => int.Parse(line.Split(' ', ':')[1], System.Globalization.CultureInfo.InvariantCulture)).Order());
    }

    /// <summary>Runs the sample, and kills it when it has printed so many trials.</summary>
    private static async Task<string[]> RunAsync(string journal, int killAfter)
    {
        // artifacts/bin/<project>/<configuration>/
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string assembly = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Resume", configuration, "Resume.dll"));
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [assembly, journal, "20"]) { RedirectStandardOutput = true })!;
        using var timeout = new CancellationTokenSource(Limit);
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            lines.Add(line);
            if (lines.Count == killAfter + 1L)
            {
                process.Kill();
                break;
            }
        }

        await process.WaitForExitAsync(timeout.Token);
        Assert.Equal(killAfter == int.MaxValue, process.ExitCode == 0);
        return [.. lines];
    }
}
