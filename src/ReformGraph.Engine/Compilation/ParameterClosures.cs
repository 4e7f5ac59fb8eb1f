using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Reflection.Emit;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Compilation;

/// <summary>
/// EF Core names a parameter after the field of the closure from which it is captured. Here each plan parameter has a field with its own
/// name, whatever its type: <c>@s7_</c> is plan parameter 7. The classes are emitted on demand, each with a block of fields.
/// </summary>
internal static class ParameterClosures
{
    private const int BlockSize = 64;

    private static readonly ModuleBuilder Module = AssemblyBuilder
        .DefineDynamicAssembly(new AssemblyName("ReformGraph.Engine.Slots"), AssemblyBuilderAccess.Run)
        .DefineDynamicModule("Slots");

    private static readonly List<Type> Blocks = [];

    // One closure for each class: EF Core would name the parameter of a second one differently.
    private static readonly ConcurrentDictionary<(int PlanParameter, Type Type), Expression> Closures = [];

    private static readonly Lock Gate = new();

    /// <summary>The name of a plan parameter in SQL.</summary>
    public static string ParameterName(int planParameter) => $"@{FieldName(planParameter)}";

    /// <summary>An expression that EF Core treats as a parameter. Its value only has to be non-null.</summary>
    public static Expression GetExpression(int planParameter, Type type) =>
        Closures.GetOrAdd((planParameter, type), static key => Make(key.PlanParameter, key.Type));

    // EF Core reserves further names for a parameter: its name followed by a number. None of them may belong to another plan parameter.
    private static string FieldName(int planParameter) => $"s{planParameter}_";

    private static MemberExpression Make(int planParameter, Type type)
    {
        var closure = Block(planParameter / BlockSize).MakeGenericType(type);
        var field = closure.GetField(FieldName(planParameter))!;
        var instance = Activator.CreateInstance(closure)!;
        field.SetValue(instance, ScalarType.For(type)?.Codec.Sample ?? Activator.CreateInstance(type));
        return Expression.Field(Expression.Constant(instance), field);
    }

    private static Type Block(int number)
    {
        lock (Gate)
        {
            while (Blocks.Count <= number)
            {
                var block = Module.DefineType($"Slots{Blocks.Count}", TypeAttributes.Public | TypeAttributes.Sealed);
                var value = block.DefineGenericParameters("T")[0];
                for (var planParameter = Blocks.Count * BlockSize; planParameter < (Blocks.Count + 1) * BlockSize; planParameter++)
                {
                    block.DefineField(FieldName(planParameter), value, FieldAttributes.Public);
                }

                Blocks.Add(block.CreateType());
            }

            return Blocks[number];
        }
    }
}
