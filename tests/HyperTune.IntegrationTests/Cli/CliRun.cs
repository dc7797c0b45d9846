using System.Diagnostics;

namespace HyperTune.IntegrationTests.Cli;

/// <summary>What the tool did in a process of its own, its output redirected.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">What it wrote to the standard output, with plain line breaks.</param>
/// <param name="Error">What it wrote to the standard error, with plain line breaks.</param>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>The tool's file: artifacts/bin/project/configuration/name.</summary>
    public static string Assembly { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory,
        "../../HyperTune.Cli",
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
        "HyperTune.Cli.dll"));

    /// <summary>The lines of the output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs the tool with nothing to read.</summary>
    public static Task<CliRun> StartAsync(params string[] arguments) => AnswerAsync("", arguments);

    /// <summary>Runs the tool, which has to succeed without an error.</summary>
    public static async Task<CliRun> SucceedAsync(params string[] arguments)
    {
        CliRun run = await StartAsync(arguments);
        Assert.True(run is { ExitCode: 0, Error: "" }, $"hypertune {string.Join(' ', arguments)} ended with {run.ExitCode}:\n{run.Error}");
        return run;
    }

    /// <summary>Runs the tool, which has to say in one line what is wrong.</summary>
    public static async Task<CliRun> FailAsync(int exitCode, string message, params string[] arguments)
    {
        CliRun run = await StartAsync(arguments);
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        return run;
    }

    /// <summary>Runs the tool.</summary>
    /// <param name="answer">What it can read.</param>
    /// <param name="arguments">Its command line.</param>
    public static async Task<CliRun> AnswerAsync(string answer, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var timeout = new CancellationTokenSource(Limit);
        Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.StandardInput.WriteAsync(answer);
        process.StandardInput.Close();
        await process.WaitForExitAsync(timeout.Token);
        return new CliRun(process.ExitCode, Plain(await output), Plain(await error));
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n");
}
