using System.Diagnostics;
using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>A sampler of the real Optuna in a study of several objectives. It asks and tells in a process of its own; the problem is evaluated here.</summary>
internal sealed class OptunaTuner : IFrontTuner, IDisposable
{
    private readonly Process _process;

    /// <param name="sampler">The name of Optuna's sampler.</param>
    /// <param name="problem">The problem; all of its parameters are uniform numbers.</param>
    /// <param name="seed">The sampler's seed.</param>
    public OptunaTuner(string sampler, FrontProblem problem, int seed)
    {
        IEnumerable<string> bounds = problem.Space.Parameters.SelectMany(static parameter =>
            new[] { Text(parameter.Distribution.FromUnit(0)), Text(parameter.Distribution.FromUnit(1)) });
        string isLimited = problem.IsLimited ? "limited" : "free";
        _process = OptunaProcess.Start(Path.Combine("Fronts", "optuna_front.py"), [sampler, $"{seed}", $"{problem.Reference.Length}", isLimited, .. bounds]);
    }

    public void Ask(int number, double[] vector)
    {
        string line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"Optuna's process ended after {number} trials; see its error output.");
        double[] numbers = [.. line.Split(' ').Select(static word => double.Parse(word, CultureInfo.InvariantCulture))];
        numbers.CopyTo(vector, 0);
    }

    public void Tell(int number, double[] vector, double[] losses, double[] excess)
        => _process.StandardInput.WriteLine(string.Join(' ', losses.Concat(excess).Select(Text)));

    public void Dispose()
    {
        // The script ends where its input does.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
