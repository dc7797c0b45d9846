namespace HyperTune;

/// <summary>How the estimator sees one parameter.</summary>
internal sealed class TpeDimension
{
    public TpeDimension(Parameter parameter, int row, bool decidesOthers)
    {
        Parameter = parameter;
        Row = row;
        Distribution distribution = parameter.Distribution;
        IsConstant = distribution.Count == 1 || distribution.Low == distribution.High;
        IsCategorical = distribution.IsCategorical;
        IsDiscrete = distribution.Count is not null;
        CategoryCount = IsCategorical ? (int)distribution.Count!.Value : 0;
        DecidesOthers = decidesOthers;
    }

    public Parameter Parameter { get; }

    /// <summary>The place among the numeric or the categorical dimensions that can vary.</summary>
    public int Row { get; }

    public int Index => Parameter.Index;

    /// <summary>Whether there is only one value, so that no model is needed.</summary>
    public bool IsConstant { get; }

    public bool IsCategorical { get; }

    public bool IsConditional => Parameter.Condition is not null;

    /// <summary>Whether draws must be snapped to listed or spaced values.</summary>
    public bool IsDiscrete { get; }

    public int CategoryCount { get; }

    /// <summary>Whether other parameters exist or not depending on this one.</summary>
    public bool DecidesOthers { get; }

    /// <summary>Whether local moves leave the parameter alone, because nearby values of it need not give similar results.</summary>
    public bool IsStructural => IsCategorical || DecidesOthers;

    /// <summary>The coordinate of a vector value.</summary>
    public double Encode(double value) => IsCategorical ? value : Parameter.Distribution.ToUnit(value);

    /// <summary>The vector value at a coordinate.</summary>
    public double Decode(double coordinate) => IsCategorical ? coordinate : Parameter.Distribution.FromUnit(coordinate);

    /// <summary>The coordinate of the value at a place of the unit interval.</summary>
    public double Snap(double unit) => IsDiscrete ? Encode(Parameter.Distribution.FromUnit(unit)) : unit;

    /// <summary>The width that a discrete value owns in the unit interval; 0 when continuous.</summary>
    public double CellWidth(double unit) => Parameter.Distribution.CellWidth(unit);
}
