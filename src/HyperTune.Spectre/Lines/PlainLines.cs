using HyperTune.Terminal.Following;
using HyperTune.Terminal.Words;

namespace HyperTune.Terminal.Lines;

/// <summary>
/// For files and pipes: few lines, each on its own and flushed. There is one for each tenth of the budget, for a new best, for the first failure, and one a minute where
/// nothing else happens. New bests come at most once a second; the lines after them name the best, too.
/// </summary>
/// <param name="output">Receives the lines.</param>
/// <param name="words">Writes them.</param>
/// <param name="time">The clock.</param>
internal sealed class PlainLines(TextWriter output, ProgressWords words, TimeProvider time)
{
    private const int Parts = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private long _written;
    private int _part;
    private bool _hasSpoken;
    private bool _hasFailed;
    private object? _best;

    /// <summary>Forgets what was before; a run starts.</summary>
    public void Start()
    {
        lock (_lock)
        {
            (_part, _hasSpoken, _hasFailed, _best) = (0, false, false, null);
        }
    }

    /// <summary>Says where the study stands, if it is time.</summary>
    public void Add(StudyProgress progress, Board board)
    {
        lock (_lock)
        {
            // What is reported here may be older than what another thread has reported meanwhile.
            if (!board.Add(progress))
            {
                return;
            }

            Standing standing = board.Look();
            int part = progress.Fraction is { } spent ? (int)Math.Floor((spent * Parts) + 1e-9) : 0;
            object? best = standing.HasFront ? (progress.FrontSize, progress.Hypervolume) : progress.BestObservedTrialNumber;
            TimeSpan silence = time.GetElapsedTime(_written);
            bool isNews = part > _part || silence >= Silence || (!Equals(best, _best) && silence >= Pause);
            if (_hasSpoken && !isNews)
            {
                return;
            }

            (_part, _best) = (Math.Max(part, _part), best);
            Write(words.Describe(progress, standing.HasFront));
            (_hasSpoken, _written) = (true, time.GetTimestamp());
        }
    }

    /// <summary>Says that a trial failed, if it is the first.</summary>
    public void AddFailure(string failure)
    {
        lock (_lock)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                Write(failure);
            }
        }
    }

    /// <summary>Writes a line.</summary>
    public void Say(string line)
    {
        lock (_lock)
        {
            Write(line);
        }
    }

    private void Write(string line)
    {
        output.WriteLine(line);
        output.Flush();
    }
}
