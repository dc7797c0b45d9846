using System.Diagnostics;
using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>The real cmaes on one problem. It asks and tells in a process of its own; the problem is evaluated here.</summary>
internal static class CmaesProcess
{
    /// <summary>What to say where there is none.</summary>
    public const string Missing = "cmaes is not installed, so there is nothing to compare with; on Debian: apt-get install python3-cmaes.";

    /// <summary>The best value of each trial and all before it.</summary>
    public static double[] Run(EvolutionProblem problem, int trials, int seed)
    {
        int dimensions = problem.Space.DimensionCount;
        string end = EvolutionProblem.End.ToString("R", CultureInfo.InvariantCulture);
        using Process process = OptunaProcess.Start(Path.Combine("Evolution", "cmaes_restarts.py"), [$"{dimensions}", end, $"{seed}"]);
        double[] bests = new double[trials];
        double best = double.PositiveInfinity;
        for (int trial = 0; trial < trials; trial++)
        {
            string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The process ended after {trial} trials; see its error output.");
            double[] vector = [.. line.Split(' ').Select(static word => double.Parse(word, CultureInfo.InvariantCulture))];
            double value = problem.Evaluate(vector);
            bests[trial] = best = Math.Min(best, value);
            process.StandardInput.WriteLine(value.ToString("R", CultureInfo.InvariantCulture));
        }

        // The script ends where its input does.
        process.StandardInput.Close();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return bests;
    }
}
