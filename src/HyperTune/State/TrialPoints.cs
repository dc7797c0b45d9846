namespace HyperTune.State;

/// <summary>
/// How the trials of a study lie in its space of now: writes their vectors, and keeps the own values of those that do not fit. Not safe for concurrent
/// use.
/// </summary>
internal sealed class TrialPoints(TrialTable trials, SearchSpace space, PointLayout ownLayout, bool movesInside)
{
    private readonly PointReader _reader = new(space, ownLayout, movesInside);
    private readonly Dictionary<int, OwnValues> _ownValues = [];
    private readonly Dictionary<int, string> _misfits = [];

    /// <summary>Why a trial is not in the space of now; <see langword="null"/> where it is.</summary>
    public string? Misfit(int number) => _misfits.GetValueOrDefault(number);

    /// <summary>A trial's own values, where the space of now does not say them.</summary>
    public bool TryGetOwn(int number, out TrialPoint point)
    {
        bool hasOwn = _ownValues.TryGetValue(number, out OwnValues? own);
        point = hasOwn ? own!.Point : default;
        return hasOwn;
    }

    /// <summary>Writes a vector as it is when it is read again: with exact ends.</summary>
    public void Recognize(ReadOnlySpan<double> values, Span<double> vector) => _reader.Recognize(values, vector);

    /// <summary>Gives a trial its values.</summary>
    /// <param name="number">The trial.</param>
    /// <param name="point">The values.</param>
    /// <param name="isOwn">Whether this process chose them for the space of now, so that they need no look.</param>
    public void Set(int number, in TrialPoint point, bool isOwn)
    {
        if (isOwn)
        {
            // As it will be read again.
            _reader.Recognize(point.Values.Span, trials.OpenVector(number));
            trials.Entry(number).Set(TrialFlags.IsTeachable, true);
            return;
        }

        PointFit fit = _reader.Read(in point, isFinished: false, trials.OpenVector(number));
        Note(number, fit.Misfit, fit.IsTeachable);
        if (fit.Misfit is not null)
        {
            _ownValues[number] = new OwnValues(point.Copy());
        }
    }

    /// <summary>Gives a trial that has some values others: all of them, or those of some parameters, as another program does it.</summary>
    /// <param name="number">The trial.</param>
    /// <param name="point">The values.</param>
    public void Assign(int number, in TrialPoint point)
    {
        if (ReferenceEquals(point.Layout, ownLayout))
        {
            // Also where this process chose them: what others left open is filled without a look at constraints.
            Set(number, in point, isOwn: false);
            return;
        }

        string? misfit = Misfit(number);
        _reader.Merge(in point, trials.OpenVector(number), ref misfit);
        PointFit fit = _reader.Read(new TrialPoint(ownLayout, trials.Vector(number)), isFinished: false, trials.OpenVector(number));
        misfit ??= fit.Misfit;
        Note(number, misfit, isTeachable: misfit is null && fit.IsTeachable);
        if (misfit is not null)
        {
            if (!_ownValues.TryGetValue(number, out OwnValues? own))
            {
                _ownValues.Add(number, own = new OwnValues(new TrialPoint(ownLayout, trials.Vector(number).ToArray())));
            }

            own.Set(in point);
        }
    }

    /// <summary>Gives a trial that ends the default of each parameter that is still open, and moves it into the space where that is wanted.</summary>
    public void Complete(int number)
    {
        if (trials.Entry(number).Is(TrialFlags.IsTeachable))
        {
            return;
        }

        TrialPoint point = TryGetOwn(number, out TrialPoint own) ? own : new TrialPoint(ownLayout, trials.Vector(number).ToArray());
        PointFit fit = _reader.Read(in point, isFinished: true, trials.OpenVector(number));
        Note(number, fit.Misfit, fit.IsTeachable);
    }

    private void Note(int number, string? misfit, bool isTeachable)
    {
        ref TrialEntry entry = ref trials.Entry(number);
        entry.Set(TrialFlags.IsTeachable, isTeachable);
        entry.Set(TrialFlags.IsMisfit, misfit is not null);
        if (misfit is null)
        {
            _misfits.Remove(number);
            _ownValues.Remove(number);
        }
        else
        {
            _misfits[number] = misfit;
        }
    }
}
