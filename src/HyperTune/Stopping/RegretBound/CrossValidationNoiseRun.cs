using System.Globalization;
using HyperTune.Models;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;
using HyperTune.Stopping.Models;
using HyperTune.Text;

namespace HyperTune.Stopping.RegretBound;

/// <summary>The rule of the regret bound at work.</summary>
internal sealed class CrossValidationNoiseRun : StoppingRun
{
    private const int FewestTrials = 20;
    private const int SpreadCount = 2048;

    // With which probability the bound may be wrong.
    private const double Delta = 0.1;

    // Theory's factor is too wide in practice; Makarova et al., 2022, divide it by 5 as Srinivas et al., 2010, do.
    private const double BetaDivisor = 5;

    private readonly UnitCube _cube;
    private readonly bool _hasNoise;
    private readonly TrialHistory _history = new();
    private CheckSchedule _schedule = new(FewestTrials);
    private int _bestNumber = -1;
    private double _best = double.PositiveInfinity;
    private readonly InstanceErrors _errors = new();
    private TrialReport[] _bestFolds = [];
    private int _completed;
    private int _checkedAt;
    private double _regret;
    private double _noise;

    public CrossValidationNoiseRun(StoppingContext context)
    {
        _cube = new UnitCube(context.Space);
        _hasNoise = context.IsDeterministic != true;
    }

    public override bool IsMet => _checkedAt > 0 && _regret < _noise;

    public override string Explanation
        => _bestNumber < 0 ? "No trial has completed."
            : _bestFolds.Length < 2 ? $"It cannot be judged: trial {NumberFormat.Invariant(_bestNumber)}, the best one, has reported fewer than two folds (ReportInstance)."
            : _checkedAt == 0 ? string.Create(CultureInfo.InvariantCulture, $"The first look is after {_schedule.First} completed trials; there are {_completed}.")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"After {_checkedAt} completed trials the regret was at most {_regret:G3}, {(IsMet ? "below" : "not below")} the noise of {_bestFolds.Length} folds, {_noise:G3}.");

    public override void Tell(in StoppingTrial trial)
    {
        double loss = trial.Loss;
        if (double.IsNaN(loss))
        {
            return;
        }

        _history.Tell(trial.Result);
        _errors.Learn(trial.Reports.Span);
        _completed++;
        if (loss < _best)
        {
            (_best, _bestNumber, _bestFolds) = (loss, trial.Result.Number, FoldsOf(trial.Reports.Span));
        }

        if (!_cube.Dimensions.IsEmpty && _schedule.IsDue(_completed, _completed))
        {
            Check();
        }
    }

    private static TrialReport[] FoldsOf(ReadOnlySpan<TrialReport> reports)
    {
        var folds = new List<TrialReport>();
        foreach (TrialReport report in reports)
        {
            if (report.Kind == ReportKind.Instance && double.IsFinite(report.Value))
            {
                folds.Add(report);
            }
        }

        return [.. folds];
    }

    private void Check()
    {
        int k = _bestFolds.Length;
        if (k < 2)
        {
            _checkedAt = 0;
            return;
        }

        // The standard error with the correction for training sets that overlap (Makarova et al., 2022, section 3), but without what only makes some folds
        // harder than others: all trials share that, so it hides no difference between them.
        _noise = _errors.Of(_bestFolds, 1.0 / (k - 1), isLearnt: true).GetValueOrDefault();
        _regret = BoundRegret();
        _checkedAt = _completed;
    }

    private double BoundRegret()
    {
        int top = Math.Max(FewestTrials, (_history.Valued.Length + 1) / 2);
        Observation[] better = [.. _history.Valued.ToArray().OrderBy(static trial => trial.Value).Take(top).OrderBy(static trial => trial.Number)];
        var model = new ObjectiveModel(_cube, better, [.. better.Select(static trial => trial.Value)], _hasNoise);
        var candidates = new CandidatePoints(_cube);
        candidates.AddSpread(SpreadCount);

        // beta = 2 ln(d t^2 pi^2 / (6 delta)) / 5; the regret is at most the least upper bound of a trial minus the least lower bound anywhere.
        int d = _cube.Dimensions.Length;
        double t = _completed;
        double width = Math.Sqrt(2 * Math.Log(d * t * t * Math.PI * Math.PI / (6 * Delta)) / BetaDivisor);
        (double[] means, double[] deviations) = model.Predict(model.Process.Inputs.Points);
        double upper = double.PositiveInfinity;
        double lower = double.PositiveInfinity;
        for (int i = 0; i < means.Length; i++)
        {
            upper = Math.Min(upper, means[i] + (width * deviations[i]));
            lower = Math.Min(lower, means[i] - (width * deviations[i]));
        }

        (means, deviations) = model.Predict(candidates.Points);
        for (int i = 0; i < means.Length; i++)
        {
            lower = Math.Min(lower, means[i] - (width * deviations[i]));
        }

        return model.Unit * (upper - lower);
    }
}
