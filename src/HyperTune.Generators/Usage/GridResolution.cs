using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Usage;

/// <summary>What a call of Strategy.Grid says about continuous parameters.</summary>
/// <param name="IsGiven">Whether it gives them any number of points, or may do so in a way that cannot be seen.</param>
/// <param name="PointsPerAxis">The number of points on each of them, where it is known.</param>
internal readonly record struct GridResolution(bool IsGiven, double? PointsPerAxis)
{
    public static GridResolution Of(IInvocationOperation call)
    {
        if (call.Arguments.IsEmpty)
        {
            return new GridResolution(IsGiven: false, PointsPerAxis: null);
        }

        IOperation argument = WithoutConversion(call.Arguments[0].Value);
        if (argument.ConstantValue is { HasValue: true, Value: int points })
        {
            return new GridResolution(IsGiven: true, points);
        }

        if (argument is not IObjectCreationOperation { Type.Name: "GridOptions" } options)
        {
            return new GridResolution(IsGiven: true, PointsPerAxis: null);
        }

        ISimpleAssignmentOperation[] settings = [.. options.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? []];
        ISimpleAssignmentOperation? perAxis = settings.FirstOrDefault(static setting => NameOf(setting) == "PointsPerContinuousAxis");
        bool hasSingle = settings.Any(static setting => NameOf(setting) == "PointsPerParameter");
        // Points of single parameters have names that are read at run time only.
        double? known = !hasSingle && perAxis is not null && WithoutConversion(perAxis.Value).ConstantValue is { HasValue: true, Value: int each } ? each : null;
        return new GridResolution(perAxis is not null || hasSingle, known);
    }

    private static string? NameOf(ISimpleAssignmentOperation setting) => (setting.Target as IPropertyReferenceOperation)?.Property.Name;

    private static IOperation WithoutConversion(IOperation operation) => operation is IConversionOperation conversion ? WithoutConversion(conversion.Operand) : operation;
}
