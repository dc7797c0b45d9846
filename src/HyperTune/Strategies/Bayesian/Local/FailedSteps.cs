namespace HyperTune.Strategies.Bayesian.Local;

/// <summary>The failed steps of a trust region: what the model missed shrinks with a step's length, unless the objective is noisy.</summary>
internal sealed class FailedSteps
{
    private const int Kept = 8;

    private readonly (double Step, double Error)[] _steps;

    private FailedSteps((double Step, double Error)[] steps) => _steps = steps;

    public static FailedSteps None { get; } = new([]);

    /// <summary>
    /// The smaller error of the last two steps, where both were at most a quarter as long as an earlier one, but missed by at least half as much; 0 otherwise.
    /// </summary>
    public double Noise
    {
        get
        {
            if (_steps.Length < 3)
            {
                return 0;
            }

            (double Step, double Error) last = _steps[^1];
            (double Step, double Error) before = _steps[^2];
            double step = Math.Max(last.Step, before.Step);
            double error = Math.Min(last.Error, before.Error);
            return _steps.AsSpan(0, _steps.Length - 2).ToArray().Any(earlier => step <= earlier.Step / 4 && error >= earlier.Error / 2) ? error : 0;
        }
    }

    public FailedSteps With(double step, double error) => new([.. _steps.AsSpan(Math.Max(0, _steps.Length - Kept + 1)), (step, error)]);
}
