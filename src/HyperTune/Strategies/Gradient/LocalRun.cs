using System.Collections.Immutable;

namespace HyperTune.Strategies.Gradient;

/// <summary>A local run from one trial on: says which configs it wants tried next, and goes on when they have been.</summary>
/// <remarks>What it wants follows from the results of its own trials alone. So a study that is resumed finds them among its trials, whatever order they ended in.</remarks>
internal sealed class LocalRun : IDisposable
{
    private readonly LocalRequest _request = new();
    private readonly LocalDescent _descent;
    private readonly IEnumerator<LocalRequest> _steps;

    public LocalRun(LocalSpace space, GradientOptions options, in KnownTrial start)
    {
        Space = space;
        Start = start.Number;
        _descent = new LocalDescent(space, options, start, _request);
        _steps = _descent.Run().GetEnumerator();
        IsDone = !_steps.MoveNext();
    }

    public LocalSpace Space { get; }

    /// <summary>The number of the trial that it started from.</summary>
    public int Start { get; }

    /// <summary>Whether it has come to its end.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether another run has found the minimum that this one is heading for.</summary>
    public bool IsIdle { get; set; }

    /// <summary>The best of its points.</summary>
    public LocalPoint Best => _descent.Best;

    /// <summary>Whether differences had to stand for derivatives.</summary>
    public bool UsedDifferences => _descent.UsedDifferences;

    /// <summary>Whether the values contradicted the derivatives, or were said to be noisy.</summary>
    public bool IsNoisy => _descent.IsNoisy;

    /// <summary>The configs that are to be tried next, in any order.</summary>
    public IReadOnlyList<double[]> Wanted => IsDone ? ImmutableArray<double[]>.Empty : _request.Vectors;

    /// <summary>Whether it waits for a config.</summary>
    public bool Wants(ReadOnlySpan<double> vector)
    {
        foreach (double[] wanted in Wanted)
        {
            if (vector.SequenceEqual(wanted))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes on as far as the known trials allow, and marks those that are its steps.</summary>
    /// <returns><see langword="false"/> where one of them had counted as a starting point.</returns>
    public bool Advance(KnownTrials known)
    {
        bool isConsistent = true;
        while (!IsDone)
        {
            bool isComplete = true;
            for (int i = 0; i < _request.Vectors.Count; i++)
            {
                int place = known.Find(_request.Vectors[i]);
                if (place < 0)
                {
                    isComplete = false;
                    continue;
                }

                ref KnownTrial trial = ref known[place];
                isConsistent &= trial.IsStep || trial.Number < Start;
                trial.IsStep |= trial.Number > Start;
                isComplete &= trial.HasEnded;
                _request.Results[i] = trial;
            }

            if (!isComplete)
            {
                return isConsistent;
            }

            IsDone = !_steps.MoveNext();
        }

        Dispose();
        return isConsistent;
    }

    public void Dispose()
    {
        _steps.Dispose();
        _descent.Forget();
    }
}
