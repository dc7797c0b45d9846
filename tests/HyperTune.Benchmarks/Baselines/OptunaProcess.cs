using System.Diagnostics;

namespace HyperTune.Benchmarks;

/// <summary>Starts scripts that use the real Optuna or another package of Python.</summary>
internal static class OptunaProcess
{
    /// <summary>What to say where there is none.</summary>
    public const string Missing = "Optuna is not installed, so there is nothing to compare with; on Debian: apt-get install python3-optuna.";

    private static string Python => Environment.GetEnvironmentVariable("HYPERTUNE_PYTHON") is { Length: > 0 } chosen ? chosen : "/usr/bin/python3";

    /// <summary>The version of Optuna, or of another package; <see langword="null"/> where there is none.</summary>
    public static string? FindVersion(string package = "optuna")
    {
        if (!File.Exists(Python))
        {
            return null;
        }

        var start = new ProcessStartInfo(Python, ["-c", $"import {package}; print({package}.__version__)"]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string version = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? version : null;
    }

    /// <summary>Starts a script.</summary>
    /// <param name="script">Its path below the program's directory.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The process; its input and its output are ours, its errors the console's.</returns>
    public static Process Start(string script, IEnumerable<string> arguments)
    {
        string[] words = [Path.Combine(AppContext.BaseDirectory, script), .. arguments];
        return Process.Start(new ProcessStartInfo(Python, words) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }
}
