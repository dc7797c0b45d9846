using System.Globalization;
using System.Runtime.CompilerServices;
using HyperTune.Spaces.Comparison;
using HyperTune.State;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Journal.Replay;

namespace HyperTune.Storage.Journal.Events;

/// <summary>Turns stored parameters into the values of a point and back. Each of the few layouts that a journal repeats is looked at once.</summary>
internal sealed class JournalPoints(JournalInterner interner)
{
    private readonly Dictionary<ParameterLayout, (PointLayout Layout, int[]? Places)> _layouts = [];
    private readonly Dictionary<(string Name, JournalDistribution Distribution), PointLayout> _single = [];
    private readonly Dictionary<string, JournalLabels> _labels = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<PointLayout, JournalParameter[]> _forms = [];
    private Dictionary<string, int> _declaredPlaces = [];

    /// <summary>The layout that the study declared last; <see langword="null"/> when it declared none.</summary>
    public PointLayout? Declared { get; private set; }

    public void Declare(PointLayout layout)
    {
        Declared = layout;
        _layouts.Clear();
        _single.Clear();
        _labels.Clear();
        _declaredPlaces = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < layout.Parameters.Length; i++)
        {
            _declaredPlaces[layout.Parameters[i].Name] = i;
        }
    }

    /// <summary>The values of a trial.</summary>
    /// <param name="layout">Its layout.</param>
    /// <param name="parameters">Its parameters, in the order of the layout.</param>
    public TrialPoint Read(ParameterLayout layout, List<JournalParameter> parameters)
    {
        if (parameters.Exists(static parameter => double.IsNaN(parameter.Value)))
        {
            return ReadOneByOne(parameters);
        }

        if (!_layouts.TryGetValue(layout, out (PointLayout Layout, int[]? Places) known))
        {
            known = Look(layout);
            Remember(_layouts, layout, known);
        }

        double[] values = new double[known.Layout.Parameters.Length];
        if (known.Places is not null)
        {
            Array.Fill(values, double.NaN);
        }

        for (int i = 0; i < parameters.Count; i++)
        {
            values[known.Places is null ? i : known.Places[i]] = JournalDistributions.ToValue(parameters[i]);
        }

        return new TrialPoint(known.Layout, values);
    }

    /// <summary>The value of one parameter.</summary>
    public TrialPoint Read(in JournalParameter parameter)
    {
        if (double.IsNaN(parameter.Value))
        {
            return ReadOneByOne([parameter]);
        }

        if (!_single.TryGetValue((parameter.Name, parameter.Distribution), out PointLayout? layout))
        {
            layout = PointLayout.Of([OutlineOf(parameter.Name, parameter.Distribution)]);
            Remember(_single, (parameter.Name, parameter.Distribution), layout);
        }

        return new TrialPoint(layout, new[] { JournalDistributions.ToValue(parameter) });
    }

    /// <summary>The values of an enqueued trial: those of its parameters, and those that somebody wants for others.</summary>
    public TrialPoint Read(ParameterLayout layout, List<JournalParameter> parameters, IEnumerable<KeyValuePair<string, JournalChoice>> wanted)
    {
        TrialPoint point = Read(layout, parameters);
        (ParameterOutline Outline, double Value)[] more =
        [
            .. wanted.Where(entry => layout.IndexOf(entry.Key) < 0).Select(entry => Resolve(entry.Key, entry.Value)),
        ];
        if (more.Length == 0)
        {
            return point;
        }

        ReadOnlyMemory<double> values = point.Values;
        if (point.Layout == Declared && Array.TrueForAll(more, entry => IsDeclared(entry.Outline)))
        {
            double[] all = values.ToArray();
            Array.ForEach(more, entry => all[_declaredPlaces[entry.Outline.Name]] = entry.Value);
            return new TrialPoint(point.Layout, all);
        }

        int[] known = [.. Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values.Span[i]))];
        return new TrialPoint(
            PointLayout.Of([.. known.Select(i => point.Layout.Parameters[i]), .. more.Select(static entry => entry.Outline)]),
            (double[])[.. known.Select(i => values.Span[i]), .. more.Select(static entry => entry.Value)]);
    }

    /// <summary>Adds the parameters that have a value.</summary>
    public void Write(in TrialPoint point, List<JournalParameter> parameters)
    {
        JournalParameter[] forms = _forms.GetValue(point.Layout, CreateForms);
        for (int i = 0; i < forms.Length; i++)
        {
            double value = point.Values.Span[i];
            if (!double.IsNaN(value))
            {
                parameters.Add(forms[i] with { Value = value });
            }
        }
    }

    /// <summary>Adds what somebody wants for parameters that the study declares; a value that a parameter does not have is left out.</summary>
    public void Write(IReadOnlyDictionary<string, JournalChoice> wanted, List<JournalParameter> parameters)
    {
        if (Declared is not { } declared)
        {
            return;
        }

        JournalParameter[] forms = _forms.GetValue(declared, CreateForms);
        foreach ((string name, JournalChoice choice) in wanted)
        {
            (ParameterOutline outline, double value) = Resolve(name, choice);
            if (IsDeclared(outline) && outline.Distribution.Contains(value))
            {
                parameters.Add(forms[_declaredPlaces[name]] with { Value = value });
            }
        }
    }

    private JournalParameter[] CreateForms(PointLayout layout) =>
    [
        .. layout.Parameters.Select(parameter => new JournalParameter(
            interner.Name(parameter.Name),
            double.NaN,
            interner.Distribution(JournalDistributions.Of(parameter)))),
    ];

    private (PointLayout Layout, int[]? Places) Look(ParameterLayout layout)
    {
        ParameterOutline[] outlines = [.. layout.Entries.Select(entry => OutlineOf(entry.Name, entry.Distribution))];
        return Declared is { } declared && IsWorthIt(declared, outlines.Length) && Array.TrueForAll(outlines, IsDeclared)
            ? (declared, [.. outlines.Select(outline => _declaredPlaces[outline.Name])])
            : (PointLayout.Of([.. outlines]), null);
    }

    // A point of the declared space has room for all its parameters: too much for trials that have next to none of very many.
    private static bool IsWorthIt(PointLayout declared, int count)
    {
        const int FewParameters = 4096;
        return declared.Parameters.Length <= Math.Max(FewParameters, 16 * count);
    }

    private bool IsDeclared(ParameterOutline outline)
        => _declaredPlaces.TryGetValue(outline.Name, out int place) && ReferenceEquals(Declared!.Parameters[place], outline);

    // The study's own words where they mean the same, so that for instance the label 1.0 stays what it is.
    private ParameterOutline OutlineOf(string name, JournalDistribution distribution)
    {
        ParameterOutline? declared = _declaredPlaces.TryGetValue(name, out int place) ? Declared!.Parameters[place] : null;
        return declared is not null && JournalDistributions.IsSame(declared.Distribution, distribution)
            ? declared
            : new ParameterOutline(name, JournalDistributions.ToDistribution(distribution, declared?.Distribution), "");
    }

    private (ParameterOutline Outline, double Value) Resolve(string name, JournalChoice choice)
    {
        string text = choice.ToString();
        if (_declaredPlaces.TryGetValue(name, out int place))
        {
            ParameterOutline declared = Declared!.Parameters[place];
            if (declared.Distribution is ListDistribution list)
            {
                if (LabelsOf(name, list).IndexOf(choice) is >= 0 and var index)
                {
                    return (declared, index);
                }
            }
            else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && !double.IsNaN(number))
            {
                return (declared, number);
            }
        }

        return Foreign(name, text);
    }

    // In a point, not a number stands for a parameter without a value, and what somebody wrote is a value.
    private TrialPoint ReadOneByOne(List<JournalParameter> parameters)
    {
        (ParameterOutline Outline, double Value)[] read =
        [
            .. parameters.Select(parameter => double.IsNaN(parameter.Value)
                ? Foreign(parameter.Name, "NaN")
                : (OutlineOf(parameter.Name, parameter.Distribution), JournalDistributions.ToValue(parameter))),
        ];
        return new TrialPoint(PointLayout.Of([.. read.Select(static entry => entry.Outline)]), read.Select(static entry => entry.Value).ToArray());
    }

    // A value that the declared parameter cannot have, as text: whoever reads it finds that it does not fit.
    private static (ParameterOutline Outline, double Value) Foreign(string name, string text)
        => (new ParameterOutline(name, new ChoiceDistribution([text]), ""), 0);

    private JournalLabels LabelsOf(string name, ListDistribution list)
    {
        if (!_labels.TryGetValue(name, out JournalLabels? labels))
        {
            _labels.Add(name, labels = new JournalLabels(list.Labels));
        }

        return labels;
    }

    // A journal with more different ones than this repeats little, and remembering them all would cost more than it saves.
    private static void Remember<TKey, TValue>(Dictionary<TKey, TValue> known, TKey key, TValue value)
        where TKey : notnull
    {
        if (known.Count >= JournalLimits.MaximumRemembered)
        {
            known.Clear();
        }

        known.Add(key, value);
    }
}
