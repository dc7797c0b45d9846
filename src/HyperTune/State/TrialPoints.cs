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
    private SearchSpace _narrowed = space;

    /// <summary>Why a trial is not in the whole space of now; <see langword="null"/> where it is.</summary>
    public string? Misfit(int number) => _misfits.GetValueOrDefault(number);

    /// <summary>Why a trial of the whole space is not in the part that the space was narrowed to; <see langword="null"/> where it is.</summary>
    public string? Outside(int number) => _narrowed.IsNarrowed ? PointReader.FindOutside(_narrowed, trials.Vector(number).Span) : null;

    /// <summary>Narrows the space, and looks again at the trials that there are.</summary>
    public void Narrow(SearchSpace narrowed)
    {
        _narrowed = narrowed;
        for (int number = 0; number < trials.Count; number++)
        {
            Mark(number);
        }
    }

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
            Mark(number);
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
        trials.Entry(number).Set(TrialFlags.IsTeachable, isTeachable);
        if (misfit is null)
        {
            _misfits.Remove(number);
            _ownValues.Remove(number);
        }
        else
        {
            _misfits[number] = misfit;
        }

        Mark(number);
    }

    // Strategies learn from what is outside of the narrowed part as from all else in the space.
    private void Mark(int number)
        => trials.Entry(number).Set(TrialFlags.IsMisfit, (_misfits.Count > 0 && _misfits.ContainsKey(number)) || Outside(number) is not null);
}
