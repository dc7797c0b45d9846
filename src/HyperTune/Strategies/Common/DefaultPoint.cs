namespace HyperTune.Strategies.Common;

/// <summary>The default point of a space, or of a part of it the nearest one.</summary>
internal static class DefaultPoint
{
    public static double[] Of(SearchSpace space)
    {
        double[] vector = [.. space.Parameters.Select(static parameter => parameter.DefaultValue)];
        space.Normalize(vector);
        space.Settle(vector);
        space.MoveWithinBounds(vector);
        return vector;
    }
}
