using System;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Declarations;

/// <summary>The usual ways to write a fixed TimeSpan, which the language does not count as constants: factory methods, constructors, Zero.</summary>
internal static class TimeSpanExpression
{
    /// <summary>The seconds of an expression, or null where they cannot be known.</summary>
    public static double? Seconds(IOperation? operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Seconds(conversion.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => -Seconds(minus.Operand),
        IDefaultValueOperation => 0,
        _ when operation?.Type is not { } type || ValueKinds.Of(type) != ValueKind.TimeSpan => null,
        IFieldReferenceOperation { Field.Name: "Zero" } => 0,
        IFieldReferenceOperation { Field.Name: "MaxValue" } => (double)TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerSecond,
        IFieldReferenceOperation { Field.Name: "MinValue" } => (double)TimeSpan.MinValue.Ticks / TimeSpan.TicksPerSecond,
        IInvocationOperation { Instance: null } factory => Sum(factory.Arguments, factory.TargetMethod.Name),
        IObjectCreationOperation creation => Sum(creation.Arguments, methodName: ""),
        _ => null,
    };

    private static double? Sum(ImmutableArray<IArgumentOperation> arguments, string methodName)
    {
        double sum = 0;
        foreach (IArgumentOperation argument in arguments)
        {
            string unit = argument.Parameter is { Name: "value" } ? methodName : "From" + argument.Parameter?.Name;
            if (SecondsPer(unit) is not { } seconds || argument.Value.ConstantValue is not { HasValue: true, Value: IConvertible number and not string })
            {
                return null;
            }

            sum += number.ToDouble(CultureInfo.InvariantCulture) * seconds;
        }

        return sum;
    }

    private static double? SecondsPer(string unit) => unit.ToUpperInvariant() switch
    {
        "FROMDAYS" => 86400,
        "FROMHOURS" => 3600,
        "FROMMINUTES" => 60,
        "FROMSECONDS" => 1,
        "FROMMILLISECONDS" => 1e-3,
        "FROMMICROSECONDS" => 1e-6,
        "FROMTICKS" => 1e-7,
        _ => null,
    };
}
