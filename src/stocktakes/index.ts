export { StocktakesScreen } from './list/StocktakesScreen';
