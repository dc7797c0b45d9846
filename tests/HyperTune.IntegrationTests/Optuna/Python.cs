using System.Diagnostics;

namespace HyperTune.IntegrationTests;

/// <summary>Runs Python scripts that stand beside the tests.</summary>
internal static class Python
{
    // Far more than any script needs, also on a slow machine; a script that waits for a lock in vain would wait for ever.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private static readonly Lazy<string?> Interpreter = new(static () => Candidates().FirstOrDefault(HasOptuna));

    /// <summary>A Python that has Optuna, or <see langword="null"/>.</summary>
    public static string? FindOptuna() => Interpreter.Value;

    /// <summary>Starts a script.</summary>
    public static Process Start(string script, params string[] arguments)
    {
        string python = FindOptuna() ?? throw new InvalidOperationException("Optuna is not installed; on Debian: apt-get install python3-optuna.");
        return Launch(python, [Path.Combine(AppContext.BaseDirectory, "Optuna", script), .. arguments]);
    }

    /// <summary>Runs a script to its end.</summary>
    /// <returns>What it wrote to its output.</returns>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        using Process process = Start(script, arguments);
        return await WaitAsync(process);
    }

    /// <summary>Waits for a script's end, and ends it when that takes too long.</summary>
    /// <returns>What it wrote to its output.</returns>
    public static async Task<string> WaitAsync(Process process)
    {
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The script did not end within {Limit}. {await output} {await errors}");
        }

        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("HYPERTUNE_PYTHON") is { Length: > 0 } chosen)
        {
            yield return chosen;
        }

        yield return "/usr/bin/python3";
        yield return "python3";
    }

    private static bool HasOptuna(string python)
    {
        try
        {
            using Process process = Launch(python, ["-c", "import optuna"]);
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No such program.
            return false;
        }
    }

    private static Process Launch(string python, string[] arguments)
    {
        var start = new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start) ?? throw new InvalidOperationException($"'{python}' did not start.");
    }
}
