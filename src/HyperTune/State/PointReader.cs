using System.Runtime.CompilerServices;
using HyperTune.Text;

namespace HyperTune.State;

/// <summary>Reads the values of trials, whatever space they belong to, as vectors of the search space of now.</summary>
internal sealed class PointReader(SearchSpace space, PointLayout own, bool movesInside)
{
    private readonly ConditionalWeakTable<PointLayout, ValueReader[]> _readers = [];

    /// <summary>Reads a trial's values.</summary>
    /// <param name="point">The values.</param>
    /// <param name="isFinished">Whether the trial ended: it gets the default of each parameter that it has no value for; of another trial it stays open.</param>
    /// <param name="vector">Receives the vector.</param>
    public PointFit Read(in TrialPoint point, bool isFinished, Span<double> vector)
    {
        string? misfit = null;
        bool isKnown = true;
        if (ReferenceEquals(point.Layout, own))
        {
            Recognize(point.Values.Span, vector);
        }
        else
        {
            vector.Fill(double.NaN);
            Merge(in point, vector, ref misfit);
            isKnown = misfit is null;
        }

        bool isComplete = IsComplete(vector);
        if (isFinished || isComplete)
        {
            // Of a complete vector this drops the values of parameters that the others make inactive: nobody would ask for them.
            space.Normalize(vector);
        }

        misfit ??= FindOutside(space, vector);
        if (misfit is null && (isComplete || isFinished) && space.HasConstraints)
        {
            misfit = FindBrokenConstraint(vector);
            return new PointFit(isComplete, misfit is null, misfit);
        }

        bool isMoved = misfit is not null && isKnown && isFinished && movesInside;
        if (isMoved)
        {
            MoveInside(vector);
        }

        return new PointFit(isComplete, (misfit is null || isMoved) && (isComplete || isFinished), misfit);
    }

    /// <summary>Adds values to a vector; those of parameters that the space does not have are left out.</summary>
    /// <param name="point">The values.</param>
    /// <param name="vector">The vector to add to.</param>
    /// <param name="misfit">Says why, when a parameter has no such value.</param>
    public void Merge(in TrialPoint point, Span<double> vector, ref string? misfit)
    {
        ValueReader[] readers = _readers.GetValue(point.Layout, CreateReaders);
        for (int i = 0; i < readers.Length; i++)
        {
            double value = point.Values.Span[i];
            if (readers[i].Target is { } parameter && !double.IsNaN(value))
            {
                double read = readers[i].Read(value);
                vector[parameter.Index] = read;
                misfit ??= double.IsNaN(read) ? Misfit(parameter, TrialPoint.Format(point.Layout.Parameters[i].Distribution, value)) : null;
            }
        }
    }

    /// <summary>Writes a vector of the space of now, in which ends of ranges are exact.</summary>
    public void Recognize(ReadOnlySpan<double> values, Span<double> vector)
    {
        foreach (Parameter parameter in space.Parameters)
        {
            vector[parameter.Index] = parameter.Distribution.Recognize(values[parameter.Index]);
        }
    }

    private ValueReader[] CreateReaders(PointLayout layout)
        => [.. layout.Parameters.Select(outline => new ValueReader(space.FindParameter(outline.Name), outline.Distribution))];

    private void MoveInside(Span<double> vector)
    {
        foreach (Parameter parameter in space.Parameters)
        {
            ref double value = ref vector[parameter.Index];
            if (!double.IsNaN(value) && !parameter.Distribution.Contains(value))
            {
                value = parameter.Distribution.FromUnit(parameter.Distribution.ToUnit(value));
            }

            if (!double.IsNaN(value) && parameter.Bound is not null)
            {
                value = space.WindowOf(parameter, vector).Clamp(value);
            }
        }

        space.Normalize(vector);
    }

    private bool IsComplete(ReadOnlySpan<double> vector)
    {
        foreach (Parameter parameter in space.Parameters)
        {
            if (double.IsNaN(vector[parameter.Index]) && parameter.IsActive(vector))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Why a vector has a value that a space does not have; <see langword="null"/> where it has none.</summary>
    public static string? FindOutside(SearchSpace space, ReadOnlySpan<double> vector)
    {
        foreach (Parameter parameter in space.Parameters)
        {
            double value = vector[parameter.Index];
            if (!double.IsNaN(value) && !parameter.Distribution.Contains(value))
            {
                return Misfit(parameter, TrialPoint.Format(parameter.Distribution, value));
            }
        }

        return space.FindBeyondBound(vector) is { } beyond ? Misfit(beyond, TrialPoint.Format(beyond.Distribution, vector[beyond.Index])) : null;
    }

    private string? FindBrokenConstraint(ReadOnlySpan<double> vector)
    {
        try
        {
            return space.FindViolatedConstraint(vector) is { } constraint ? $"It breaks the constraint '{constraint}'." : null;
        }
        catch (Exception exception)
        {
            // The constraint is the user's code and was not written for this trial.
            return $"Its constraints cannot be checked. {exception.GetType().Name}: {Printable.Of(exception.Message)}";
        }
    }

    private static string Misfit(Parameter parameter, string value) => $"{parameter.Name} is {Printable.Of(value)}. Allowed: {parameter.Allowed}.";
}
