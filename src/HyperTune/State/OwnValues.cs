using HyperTune.Spaces.Comparison;

namespace HyperTune.State;

/// <summary>
/// The own values of a trial that is not in the space of now. Other programs set them one by one, and each counts in the place of an earlier one.
/// </summary>
internal sealed class OwnValues(TrialPoint first)
{
    private TrialPoint _point = first;
    private List<(ParameterOutline Outline, double Value)>? _values;
    private Dictionary<string, int>? _places;
    private bool _isPointOld;

    /// <summary>The values; made when they are asked for.</summary>
    public TrialPoint Point
    {
        get
        {
            if (_isPointOld)
            {
                _isPointOld = false;
                _point = new TrialPoint(
                    PointLayout.Of([.. _values!.Select(static entry => entry.Outline)]), _values!.Select(static entry => entry.Value).ToArray());
            }

            return _point;
        }
    }

    /// <summary>Sets the values that a point has.</summary>
    public void Set(in TrialPoint point)
    {
        if (_values is null)
        {
            _values = [];
            _places = new Dictionary<string, int>(StringComparer.Ordinal);
            Add(in _point);
        }

        Add(in point);
        _isPointOld = true;
    }

    private void Add(in TrialPoint point)
    {
        for (int i = 0; i < point.Layout.Parameters.Length; i++)
        {
            ParameterOutline outline = point.Layout.Parameters[i];
            double value = point.Values.Span[i];
            if (double.IsNaN(value))
            {
                continue;
            }

            if (_places!.TryAdd(outline.Name, _values!.Count))
            {
                _values.Add((outline, value));
            }
            else
            {
                _values[_places[outline.Name]] = (outline, value);
            }
        }
    }
}
