using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.InTurn;

/// <summary>Whether a study still gets better, decided for a block of trials at a time from the trials before it, whenever these became known.</summary>
/// <param name="first">The trials below this number say how far apart values are.</param>
/// <param name="lag">How many blocks before a block may still run when it starts.</param>
internal sealed class Progress(int first, int lag)
{
    /// <summary>How many trials a block has.</summary>
    public const int Block = 80;

    // The blocks in which the study must have got better.
    private const int Window = 2;

    // Of the distance between the early trials' median and the best value. Bowls are solved to rounding within a hundred steps, while a ridge or a cusp gains a
    // digit now and then, which is what the steps are for.
    private const double NoteworthyShare = 1e-8;

    private readonly List<double> _early = [];
    private readonly List<double> _best = [];
    private readonly List<bool> _decisions = [];

    /// <summary>How often a late trial has changed a decision.</summary>
    public int Revisions { get; private set; }

    public void Tell(in TrialResult result)
    {
        TrialStanding standing = TrialStanding.Of(result);
        if (!standing.IsFeasible)
        {
            return;
        }

        if (result.Number < first)
        {
            _early.Add(standing.Value);
        }

        int block = result.Number / Block;
        while (_best.Count <= block)
        {
            _best.Add(double.PositiveInfinity);
        }

        _best[block] = Math.Min(_best[block], standing.Value);
        for (int i = block + 1; i < _decisions.Count; i++)
        {
            if (_decisions[i] != Decide(i))
            {
                _decisions[i] = !_decisions[i];
                Revisions++;
            }
        }
    }

    /// <summary>Whether the study had stopped getting better before a trial's block.</summary>
    public bool HasSettledBefore(int trialNumber)
    {
        int block = trialNumber / Block;
        while (_decisions.Count <= block)
        {
            _decisions.Add(Decide(_decisions.Count));
        }

        return _decisions[block];
    }

    private bool Decide(int block)
    {
        int end = block - lag;
        double before = Best(end - Window);
        double now = Best(end);
        if (_early.Count == 0 || !double.IsFinite(before))
        {
            return false;
        }

        _early.Sort();
        return before - now <= NoteworthyShare * (_early[_early.Count / 2] - now);
    }

    private double Best(int end)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i < Math.Min(end, _best.Count); i++)
        {
            best = Math.Min(best, _best[i]);
        }

        return best;
    }
}
