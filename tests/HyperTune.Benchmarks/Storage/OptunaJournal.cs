using System.Diagnostics;
using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>Times the real Optuna with a journal of its own.</summary>
internal static class OptunaJournal
{
    /// <summary>Runs trials into a new journal.</summary>
    /// <param name="path">The journal to make.</param>
    /// <param name="trials">How many trials are timed.</param>
    /// <param name="workers">How many of its threads run trials.</param>
    /// <returns>Optuna's version and what the trials took; <see langword="null"/> where there is no Optuna.</returns>
    public static (string Version, StorageTime Time)? Run(string path, int trials, int workers)
    {
        if (OptunaProcess.FindVersion() is null)
        {
            return null;
        }

        using Process process = OptunaProcess.Start(Path.Combine("Storage", "optuna_journal.py"), [path, $"{trials}", $"{workers}"]);
        string[] words = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        process.WaitForExit();
        return process.ExitCode == 0 ? (words[0], new StorageTime(trials, Seconds(words[1]), Seconds(words[2]))) : null;
    }

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
}
