using System.Text;
using HyperTune.Pruning.SuccessiveHalving;

namespace HyperTune.Pruning.Hyperband;

/// <summary>
/// Brackets b = 0, ..., B - 1 of successive halving that skip b rungs, where B is the number of rungs between the smallest and the largest resource.
/// A trial's bracket follows from the study's name and its number alone, so that workers in different processes agree.
/// </summary>
internal sealed class HyperbandRun : PrunerRun
{
    private readonly PrunerContext _context;
    private readonly int _minimumResource;
    private readonly int _reductionFactor;
    private readonly int _bootstrapTrials;
    private SuccessiveHalvingRun[] _brackets = [];
    private readonly double[]? _weights;
    private readonly Dictionary<int, int> _bracketOfRunning = [];
    private long[] _shares = [];

    public HyperbandRun(PrunerContext context, int minimumResource, int? maximumResource, int reductionFactor, int bootstrapTrials, double[]? weights = null)
    {
        _weights = weights;
        _context = context;
        _minimumResource = minimumResource;
        _reductionFactor = reductionFactor;
        _bootstrapTrials = bootstrapTrials;
        if (maximumResource is { } maximum)
        {
            // Of so many steps, counted from 0, the last one.
            CreateBrackets(maximum, maximum - 1);
        }
    }

    public int BracketCount => _brackets.Length;

    /// <summary>The bracket of a trial; there must be brackets.</summary>
    public int BracketOf(int trialNumber)
    {
        uint drawn = Crc32(Encoding.UTF8.GetBytes($"{_context.StudyName}_{trialNumber}"));
        if (_weights is not null)
        {
            return WeightedBracketOf(drawn / (uint.MaxValue + 1.0));
        }

        long place = drawn % _shares.Sum();
        int bracket = 0;
        while (place >= _shares[bracket])
        {
            place -= _shares[bracket++];
        }

        return bracket;
    }

    public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports)
        => _brackets.Length > 0 && _brackets[BracketOfRunning(trialNumber)].ShouldPrune(trialNumber, reports);

    public override void Report(int trialNumber, TrialReport report)
    {
        if (_brackets.Length > 0)
        {
            _brackets[BracketOfRunning(trialNumber)].Report(trialNumber, report);
        }
    }

    public override void Tell(int trialNumber, TrialState state, double value, ReadOnlySpan<TrialReport> reports)
    {
        _bracketOfRunning.Remove(trialNumber);
        if (_brackets.Length > 0)
        {
            // All of them, since all want to know how long trials are.
            foreach (SuccessiveHalvingRun bracket in _brackets)
            {
                bracket.Tell(trialNumber, state, value, reports);
            }
        }
        else if (state == TrialState.Completed && !reports.IsEmpty)
        {
            CreateBrackets(reports[^1].Step + 1L, reports[^1].Step);
        }
    }

    /// <summary>How many brackets there are.</summary>
    public static int CountBrackets(int minimumResource, long maximumResource, int reductionFactor)
    {
        int count = 1;
        for (long resource = (long)minimumResource * reductionFactor; resource <= maximumResource; resource *= reductionFactor)
        {
            count++;
        }

        return count;
    }

    // The checksum of a text is not to be made for every report.
    private int BracketOfRunning(int trialNumber)
    {
        if (!_bracketOfRunning.TryGetValue(trialNumber, out int bracket))
        {
            _bracketOfRunning.Add(trialNumber, bracket = BracketOf(trialNumber));
        }

        return bracket;
    }

    private int WeightedBracketOf(double unit)
    {
        double rest = unit * _weights!.Sum();
        int last = 0;
        for (int bracket = 0; bracket < _weights!.Length; bracket++)
        {
            if (_weights[bracket] > 0)
            {
                last = bracket;
                if (rest < _weights[bracket])
                {
                    break;
                }

                rest -= _weights[bracket];
            }
        }

        return last;
    }

    private void CreateBrackets(long maximumResource, long lastStep)
    {
        int count = CountBrackets(_minimumResource, maximumResource, _reductionFactor);
        _brackets =
        [
            .. Enumerable.Range(0, count).Select(
                bracket => new SuccessiveHalvingRun(_context, _minimumResource, _reductionFactor, skippedRungs: bracket, _bootstrapTrials, lastStep)),
        ];

        // The paper's number of trials in a bracket with s = B - 1 - b halvings left: ceil(B * eta^s / (s + 1)).
        _shares =
        [
            .. Enumerable.Range(0, count).Select(
                bracket => (long)Math.Ceiling(count * Math.Pow(_reductionFactor, count - 1 - bracket) / (count - bracket))),
        ];
    }

    /// <summary>The checksum of ISO 3309, whose reversed polynomial is 0xEDB88320.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320u;
            }
        }

        return ~crc;
    }
}
