using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Gradient;

/// <summary>The local runs of a study, what they found, and from where the next one is to start.</summary>
/// <remarks>Everything here follows from the set of known trials: their order decides only how often it is found anew.</remarks>
internal sealed class LocalRuns(UnitCube cube, GradientOptions options, KnownTrials known)
{
    // Per coordinate, as a share of the range: a run so near to a better minimum is on its way there, and a start so near is left out.
    private const double SameMinimum = 0.03;
    private const double SameBasin = 0.1;

    private readonly List<LocalRun> _runs = [];
    private readonly HashSet<int> _started = [];
    private LocalRun? _next;

    public StartingPoints Starts { get; } = new();

    /// <summary>How many have begun.</summary>
    public int Count => _runs.Count;

    public IEnumerable<LocalRun> All => _runs;

    /// <summary>Runs that neither have ended nor head for a known minimum, the best first.</summary>
    public IEnumerable<LocalRun> Active => _runs.Where(static run => run is { IsDone: false, IsIdle: false }).OrderBy(static run => run.Best.Value).ThenBy(static run => run.Start);

    /// <summary>Takes in a trial that has just started: a step of a run that waits for it, or a starting point.</summary>
    public void Announce(ref KnownTrial trial)
    {
        foreach (LocalRun run in _runs)
        {
            trial.IsStep |= run.Wants(trial.Vector.Span);
        }

        if (_next is not null && _next.Wants(trial.Vector.Span))
        {
            trial.IsStep = true;
            Begin(_next);
            _next = null;
        }

        if (!trial.IsStep)
        {
            Starts.Announce();
        }
    }

    /// <summary>Takes in that a trial has ended.</summary>
    /// <returns><see langword="false"/> where all that is here has to be found anew.</returns>
    public bool End(in KnownTrial trial)
    {
        if (!trial.IsStep)
        {
            if (trial.IsUsable)
            {
                Starts.Add(in trial);
            }

            return true;
        }

        bool isConsistent = true;
        foreach (LocalRun run in _runs)
        {
            if (run.Wants(trial.Vector.Span))
            {
                isConsistent &= run.Advance(known);
                if (run.IsDone)
                {
                    _runs.ForEach(other => other.IsIdle |= IsHeadingFor(other, run));
                }

                run.IsIdle = _runs.Exists(other => IsHeadingFor(run, other));
            }
        }

        return isConsistent;
    }

    /// <summary>Finds everything anew from the known trials.</summary>
    public void Rebuild()
    {
        known.Sort();
        _runs.Clear();
        _started.Clear();
        _next = null;
        Starts.Clear();
        for (int place = 0; place < known.Count; place++)
        {
            KnownTrial trial = known[place];
            if (trial.IsStep)
            {
                continue;
            }

            Starts.Announce();
            if (trial.IsUsable)
            {
                Starts.Add(in trial);
                var run = new LocalRun(new LocalSpace(cube, trial.Vector), options, in trial);
                if (run.Wanted.Any(wanted => known.Find(wanted) is >= 0 and var step && known[step].Number > trial.Number))
                {
                    Begin(run);
                    run.Advance(known);
                }
            }
        }

        foreach (LocalRun run in _runs)
        {
            run.IsIdle = _runs.Exists(other => IsHeadingFor(run, other));
        }
    }

    /// <summary>The run that is to begin next: from the best starting point that is not near a minimum found before.</summary>
    /// <returns><see langword="null"/> where there is none.</returns>
    public LocalRun? FindNext()
    {
        foreach (StartingPoint start in Starts.Best)
        {
            KnownTrial trial = known[known.Find(start.Number)];
            if (_started.Contains(start.Number) || _runs.Exists(run => run.Space.Distance(run.Best.Point, trial.Vector.Span) < SameBasin))
            {
                continue;
            }

            if (_next?.Start != start.Number)
            {
                _next = new LocalRun(new LocalSpace(cube, trial.Vector), options, in trial);
            }

            if (_next.Wanted.Count > 0)
            {
                return _next;
            }
        }

        return null;
    }

    private static bool IsHeadingFor(LocalRun run, LocalRun other)
        => other.IsDone && run != other && !run.IsDone && run.Best.Value >= other.Best.Value && other.Space.Distance(other.Best.Point, run.Best.Vector.Span) < SameMinimum;

    private void Begin(LocalRun run)
    {
        _runs.Add(run);
        _started.Add(run.Start);
    }
}
