using System.Globalization;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Gradient;

/// <summary>The gradient strategy at work in one study.</summary>
internal sealed class GradientRun : StrategyRun
{
    private const int FewestStarts = 3;
    private const int MostStarts = 10;
    private const int UsualStarts = 5;

    // New starting points before each further run.
    private const int StartsPerRun = 3;

    // Among how many configs neighbours are looked for.
    private const int BestConfigs = 8;

    private readonly StrategyContext _context;
    private readonly UnitCube _cube;
    private readonly KnownTrials _known = new();
    private readonly LocalRuns _runs;
    private readonly OuterSearch _outer;
    private readonly int _startTrials;
    private int _highest = -1;
    private bool _isStale;

    public GradientRun(StrategyContext context, GradientOptions options, UnitCube cube)
    {
        _context = context;
        _cube = cube;
        _runs = new LocalRuns(cube, options, _known);
        _outer = new OuterSearch(context, cube, options.StartWithDefault);
        _startTrials = options.StartTrials
            ?? (context.TrialBudget is { } budget ? Math.Clamp((int)Math.Ceiling(Math.Sqrt(budget)), FewestStarts, MostStarts) : UsualStarts);
    }

    public override string Explanation => string.Create(
        CultureInfo.InvariantCulture,
        $"Gradient: {_runs.Starts.Count} starting points, {_runs.Count} local runs, {_runs.All.Count(static run => run.IsDone)} of them ended.{(Decision is { } decision ? " " : "")}{Decision}");

    internal override bool IsStarting => _runs.Starts.Count < _startTrials;

    public override string? Decision
        => _runs.All.Any(static run => run.IsNoisy) ? "Values and derivatives contradict each other, or are noisy: runs go on by averages."
            : _runs.All.Any(static run => run.UsedDifferences) ? "The objective does not give all derivatives: trials at small distances stand for the missing ones."
            : null;

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        if (!_cube.IsInside(vector) || _known.Find(trialNumber) >= 0)
        {
            return;
        }

        int place = Add(trialNumber, vector.ToArray());
        if (!_isStale)
        {
            _runs.Announce(ref _known[place]);
        }
    }

    public override void Tell(in TrialResult result)
    {
        if (!_cube.IsInside(result.Vector.Span))
        {
            return;
        }

        int place = _known.Find(result.Number);
        if (place < 0)
        {
            // Nobody says whether what it follows from is known by now.
            place = Add(result.Number, result.Vector);
            _isStale = true;
        }

        _known[place].End(in result);
        if (!_isStale)
        {
            _isStale = !_runs.End(in _known[place]);
        }
    }

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_isStale)
        {
            _runs.Rebuild();
            _isStale = false;
        }

        if (FindStep() is { } step)
        {
            step.CopyTo(vector);
        }
        else
        {
            _outer.Suggest(trialNumber, _runs.Starts.Count, _runs.Starts.Count < _startTrials ? [] : BestOf(), vector);
        }

        return true;
    }

    private int Add(int number, ReadOnlyMemory<double> vector)
    {
        _isStale |= number <= _highest;
        _highest = Math.Max(_highest, number);
        _outer.Add(vector.Span);
        return _known.Add(number, vector);
    }

    private double[]? FindStep()
    {
        if (_runs.Starts.Count < _startTrials)
        {
            return null;
        }

        int active = 0;
        foreach (LocalRun run in _runs.Active)
        {
            if (NextOf(run) is { } step)
            {
                return step;
            }

            active++;
        }

        return active < _context.Parallelism && _runs.Starts.Count >= _startTrials + (StartsPerRun * _runs.Count) && _runs.FindNext() is { } next ? NextOf(next) : null;
    }

    private double[]? NextOf(LocalRun run) => run.Wanted.FirstOrDefault(wanted => _known.Find(wanted) < 0);

    // What runs have found, and starting points that none has begun from.
    private List<ReadOnlyMemory<double>> BestOf() =>
    [
        .. _runs.All.Select(static run => (run.Best.Value, run.Start, run.Best.Vector))
            .Concat(_runs.Starts.Best.Take(BestConfigs).Select(start => (start.Value, Start: start.Number, _known[_known.Find(start.Number)].Vector)))
            .OrderBy(static config => config.Value)
            .ThenBy(static config => config.Start)
            .Take(BestConfigs)
            .Select(static config => config.Vector),
    ];
}
