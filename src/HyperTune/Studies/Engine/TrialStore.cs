namespace HyperTune;

/// <summary>
/// All trials of a study, as numbers: about 130 bytes for a trial of 10 parameters. Not safe for concurrent use; <see cref="StudyEngine"/> locks.
/// </summary>
internal sealed class TrialStore(int dimensionCount, OptimizationDirection direction)
{
    private const int StateCount = 5;

    private readonly RowStore _vectors = new(dimensionCount);
    private readonly RowStore _losses = new(1);
    private readonly ChunkedList<TrialEntry> _entries = new();
    private readonly ChunkedList<int> _finished = new();
    private readonly Dictionary<int, TrialFailure> _failures = [];
    private readonly int[] _counts = new int[StateCount];

    public int Count => _entries.Count;

    /// <summary>How many trials ended; they have the finish indices below it.</summary>
    public int FinishedCount => _finished.Count;

    /// <summary>The number of the completed trial with the smallest loss, of equal ones the first; -1 when there is none.</summary>
    public int BestNumber { get; private set; } = -1;

    /// <summary>How many trials came from another study.</summary>
    public int ImportedCount { get; private set; }

    /// <summary>How many trials of this study have ever run.</summary>
    public int StartedCount => Count - ImportedCount - CountOf(TrialState.Waiting);

    public int CountOf(TrialState state) => _counts[(int)state];

    public ReadOnlyMemory<double> Vector(int number) => _vectors[number];

    public ref TrialEntry Entry(int number) => ref _entries[number];

    /// <summary>The value that the trial ended with, in the study's direction; not a number when it has none.</summary>
    public double Value(int number) => Turn(_losses[number].Span[0]);

    /// <summary>The failure that was told last; <see langword="null"/> when no trial failed.</summary>
    public TrialFailure? LastFailure { get; private set; }

    public TrialFailure? Failure(int number) => _failures.GetValueOrDefault(number);

    /// <summary>The number of the trial that ended as number <paramref name="finishIndex"/> of all.</summary>
    public int FinishedNumber(int finishIndex) => _finished[finishIndex];

    public void Add(ReadOnlySpan<double> vector, in TrialEntry entry)
    {
        _vectors.Add(vector);
        _losses.Add([double.NaN]);
        _entries.Add(entry with { FinishIndex = int.MaxValue });
        _counts[(int)entry.State]++;
        ImportedCount += entry.IsImported ? 1 : 0;
    }

    /// <summary>Replaces a vector that was not known completely when the trial was added.</summary>
    public void SetVector(int number, ReadOnlySpan<double> vector) => vector.CopyTo(_vectors[number].Span);

    /// <summary>Lets a waiting trial run, or a running one wait again.</summary>
    public void Move(int number, TrialState state, long startedAt)
    {
        ref TrialEntry entry = ref _entries[number];
        _counts[(int)entry.State]--;
        _counts[(int)state]++;
        entry.State = state;
        entry.StartedAt = startedAt;
    }

    public bool HasReport(int number, int step) => PlaceOf(step, _entries[number].ReportSpan) >= 0;

    /// <summary>Keeps a report for a step that has none.</summary>
    public void AddReport(int number, TrialReport report)
    {
        ref TrialEntry entry = ref _entries[number];
        int place = ~PlaceOf(report.Step, entry.ReportSpan);
        if (entry.ReportCount == (entry.Reports?.Length ?? 0))
        {
            Array.Resize(ref entry.Reports, Math.Max(4, entry.ReportCount * 2));
        }

        Array.Copy(entry.Reports!, place, entry.Reports!, place + 1, entry.ReportCount - place);
        entry.Reports![place] = report;
        entry.ReportCount++;
    }

    public void Finish(int number, in TrialEnd end, long duration)
    {
        ref TrialEntry entry = ref _entries[number];
        _counts[(int)entry.State]--;
        _counts[(int)end.State]++;
        entry.State = end.State;
        entry.Duration = duration;
        entry.FinishIndex = _finished.Count;
        if (entry.Reports is not null)
        {
            Array.Resize(ref entry.Reports, entry.ReportCount);
        }

        _finished.Add(number);
        _losses[number].Span[0] = Turn(end.Value);
        if (end.Failure is not null)
        {
            _failures.Add(number, end.Failure);
            LastFailure = end.Failure;
        }

        if (end.State == TrialState.Completed && IsBetter(number, BestNumber))
        {
            BestNumber = number;
        }
    }

    /// <summary>The end of a trial as strategies see it.</summary>
    public TrialResult Result(int number)
    {
        ref readonly TrialEntry entry = ref _entries[number];
        ReadOnlyMemory<double> losses = _losses[number];
        bool isPruned = entry.State == TrialState.Pruned;
        return new TrialResult
        {
            Number = number,
            Vector = _vectors[number],
            State = entry.State,
            Values = double.IsFinite(losses.Span[0]) ? losses : default,
            LastStep = isPruned && entry.ReportCount > 0 ? entry.ReportSpan[^1].Step : 0,
            Duration = new TimeSpan(entry.Duration),
        };
    }

    /// <summary>The value turned so that smaller is better, or back.</summary>
    public double Turn(double value) => direction == OptimizationDirection.Maximize ? -value : value;

    private bool IsBetter(int number, int other)
    {
        if (other < 0)
        {
            return true;
        }

        // Of equal trials the first asked one counts, whichever ended first: so the best does not depend on the threads' luck.
        double loss = _losses[number].Span[0];
        double otherLoss = _losses[other].Span[0];
        return loss < otherLoss || (loss == otherLoss && number < other);
    }

    // The index of the step's report, or the complement of the index where it belongs; nearly always that is the end.
    private static int PlaceOf(int step, ReadOnlySpan<TrialReport> reports)
        => reports.IsEmpty || reports[^1].Step < step ? ~reports.Length : reports.BinarySearch(new StepOrder(step));

    private readonly struct StepOrder(int step) : IComparable<TrialReport>
    {
        public int CompareTo(TrialReport other) => step.CompareTo(other.Step);
    }
}
