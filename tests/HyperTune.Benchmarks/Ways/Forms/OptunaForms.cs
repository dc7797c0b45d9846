using System.Diagnostics;
using System.Text.Json;

namespace HyperTune.Benchmarks.Forms;

/// <summary>What the real Optuna reaches with the recipes of its FAQ.</summary>
/// <param name="Version">Optuna's version.</param>
/// <param name="Lehmer">The shortest tours by Lehmer codes.</param>
/// <param name="Keys">The shortest tours by keys.</param>
/// <param name="Packs">The best bags by a choice for each item.</param>
internal sealed record OptunaForms(string Version, double[] Lehmer, double[] Keys, double[] Packs)
{
    /// <summary>Runs the studies; <see langword="null"/> where there is no Python.</summary>
    /// <exception cref="InvalidOperationException">The script did not end well.</exception>
    public static OptunaForms? Run(Tour[] tours, Pack[] packs, int trials)
    {
        string python = Environment.GetEnvironmentVariable("HYPERTUNE_PYTHON") is { Length: > 0 } chosen ? chosen : "/usr/bin/python3";
        if (!File.Exists(python))
        {
            return null;
        }

        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "Ways", "Forms", "optuna_forms.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Write(JsonSerializer.Serialize(new { Trials = trials, Tours = tours, Packs = packs }));
        process.StandardInput.Close();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<OptunaForms>(text)
            : throw new InvalidOperationException($"Optuna's recipes ended with code {process.ExitCode}.");
    }
}
