using System.Diagnostics;

namespace HyperTune.IntegrationTests;

/// <summary>Runs the dotnet command as a user would in a shell of their own.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static Task<(int ExitCode, string Output)> RunAsync(string directory, params string[] arguments) => StartAsync("dotnet", directory, arguments);

    /// <summary>Runs a program that the command has published, and fails the test with its output unless it succeeds.</summary>
    public static Task<string> SucceedWithProgramAsync(string program, string directory, params string[] arguments)
        => SucceedOrFailAsync(program, directory, arguments);

    /// <summary>Runs the command and fails the test with its output unless it succeeds.</summary>
    public static Task<string> SucceedAsync(string directory, params string[] arguments) => SucceedOrFailAsync("dotnet", directory, arguments);

    private static async Task<string> SucceedOrFailAsync(string program, string directory, string[] arguments)
    {
        (int exitCode, string output) = await StartAsync(program, directory, arguments);
        Assert.True(exitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }

    private static async Task<(int ExitCode, string Output)> StartAsync(string program, string directory, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The test host's own MSBuild settings would point the inner build at the wrong tools.
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        using Process process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Limit);
        Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, await output + await error);
    }
}
